/** Says when and by whom it was called. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = (event) => {
  const { OPENID = null, SOURCE } = cloud.getWXContext();
  console.log(JSON.stringify({ event, OPENID, SOURCE, now: new Date().toISOString() }));
};
