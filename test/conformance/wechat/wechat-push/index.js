/** Takes what WeChat pushes and says so in its log. */
const cloud = require('wx-server-sdk');

exports.main = async (event) => {
  const { OPENID, SOURCE } = cloud.getWXContext();
  console.log(JSON.stringify({ ...event, OPENID, SOURCE }));
};
