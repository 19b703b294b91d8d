/** The cases of both SDKs, by wx-server-sdk as a deployed function has it. */
const cloud = require('wx-server-sdk');
const { addressesOf, runCase } = require('../../cases');
const { ofWx } = require('../../cases/kit');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const kit = ofWx(cloud);

exports.main = async ({ group, name }) => ({
  result: (await (group === 'addresses' ? addressesOf(kit) : runCase(kit, group, name))) ?? null,
});
