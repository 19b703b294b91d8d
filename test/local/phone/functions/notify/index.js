/** Sends a subscription message to whoever calls, and makes a code of a page. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async ({ templateId, page, text }) => {
  const { OPENID } = cloud.getWXContext();
  await cloud.openapi.wxacode.getUnlimited({ scene: 's7', page, checkPath: false });
  try {
    const { errCode } = await cloud.openapi.subscribeMessage.send({
      touser: OPENID,
      templateId,
      page,
      data: { thing1: { value: text } },
    });
    return { sent: errCode };
  } catch ({ errCode }) {
    return { sent: errCode };
  }
};
