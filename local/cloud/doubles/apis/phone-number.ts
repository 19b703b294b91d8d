import { refuse, type Api } from './api';

/** phonenumber.getPhoneNumber: a code serves once, within five minutes. */
export const getPhoneNumber: Api = ({ wechat, clock }, { code }) => {
  const phone = typeof code === 'string' ? wechat.phoneCodes.redeem(code) : undefined;
  if (phone === undefined) return refuse(40029, 'invalid code');
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(clock.now() / 1000), appid: '' },
    },
  };
};
