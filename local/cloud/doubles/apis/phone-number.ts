import { callerOf } from '../../client/holder';
import { refuse, type Api } from './api';

/** phonenumber.getPhoneNumber: a code serves once, within five minutes, and for the person given, if one is. */
export const getPhoneNumber: Api = ({ wechat, clock }, { code, openid }, { caller }) => {
  const phone = typeof code === 'string' ? wechat.phoneCodes.redeem(code) : undefined;
  if (phone === undefined) return refuse(40029, 'invalid code');
  if (openid !== undefined && openid !== callerOf(phone).openid) return refuse(40003, 'invalid openid');
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(clock.now() / 1000), appid: caller.appid },
    },
  };
};
