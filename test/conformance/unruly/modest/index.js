/** Has the least memory a function may have, and loads the SDK. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const kept = [];

exports.main = async ({ megabytes = 0 }) => {
  for (let n = 0; n < megabytes; n += 1) {
    kept.push(Buffer.alloc(1024 * 1024, 1));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return cloud.getWXContext().SOURCE;
};
