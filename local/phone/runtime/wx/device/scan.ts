import { requirePrivacy } from '../../privacy';
import { settings } from '../../settings';
import { showScanner } from '../../shell/scanner';
import { api, badParameter, failure } from '../api';

const KINDS = ['barCode', 'qrCode', 'wxCode', 'datamatrix', 'pdf417'];

/** A mini-program code carries a page and a scene (获取不限制的小程序码); as a picture it names its program too. */
const MINI_PROGRAM_CODE = /^(?:wxacode:\/\/wx[\da-f]{16})?\/?([\w/-]+\?scene=[^&]+)$/;

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

const answerOf = (text: string) => {
  const common = { charSet: 'UTF-8', rawData: base64(text) };
  const [, path] = MINI_PROGRAM_CODE.exec(text) ?? [];
  return path !== undefined
    ? { ...common, result: '', scanType: 'WX_CODE', path }
    : { ...common, result: text, scanType: 'QR_CODE' };
};

export interface ScanOptions {
  readonly onlyFromCamera?: boolean;
  readonly scanType?: readonly string[];
}

export const scan = {
  scanCode: api('scanCode', async ({ onlyFromCamera = false, scanType = [] }: ScanOptions) => {
    const unknown = scanType.find((kind) => !KINDS.includes(kind));
    if (unknown !== undefined) throw badParameter(`invalid scanType ${unknown}`);
    await requirePrivacy('scanCode');
    // What the panel holds before the phone is read at once.
    const text = settings.scan || (await showScanner(!onlyFromCamera));
    if (text === undefined) throw failure('fail cancel');
    return answerOf(text);
  }),
};
