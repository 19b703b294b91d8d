import cloud from 'wx-server-sdk';
import { DomainError } from '../../miniprogram/domain/errors';

/** WeChat's answers for a code that is unknown, used or older than five minutes. */
const INVALID_CODE = 40029;

const errCodeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : undefined;

/**
 * The number behind the getPhoneNumber button's code, as WeChat vouches for it: digits without country code.
 * @throws DomainError auth.phoneCodeInvalid
 */
export const verifiedPhone = async (code: string): Promise<string> => {
  try {
    const answer = (await cloud.openapi['phonenumber'].getPhoneNumber({ code })) as {
      phoneInfo: { purePhoneNumber: string };
    };
    return answer.phoneInfo.purePhoneNumber;
  } catch (error) {
    if (errCodeOf(error) === INVALID_CODE) throw new DomainError('auth.phoneCodeInvalid');
    throw error;
  }
};
