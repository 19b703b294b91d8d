import { travel } from '../../network';
import { callbackApi, api } from '../api';

const CODE_BYTES = 16;

const freshCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(CODE_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export const account = {
  /** Callbacks only: its page denies the promise that the typings give it. */
  login: callbackApi('login', () => travel(async () => ({ code: freshCode() }))),
  checkSession: api('checkSession', () => travel(async () => ({}))),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
  }),
};
