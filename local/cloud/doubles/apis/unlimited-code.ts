import QRCode from 'qrcode';
import { refuse, type Api } from './api';

const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;
const STATES = ['release', 'trial', 'develop'];
const WIDTH = { least: 280, most: 1280, standard: 430 };

/** No filter is tried on the lines of a picture of two colours: it would take longer than everything else (pngjs). */
const PNG = { deflateLevel: 9, filterType: 0 };

/** What the picture says; only local/phone reads it. The appid tells whose code it is. */
export const codeText = (appid: string, page: string, scene: string): string =>
  `wxacode://${appid}/${page}?scene=${encodeURIComponent(scene)}`;

/**
 * wxacode.getUnlimited. The picture is a square QR code, which any library reads; WeChat's own round code is read by
 * WeChat alone.
 */
export const getUnlimitedCode: Api = async ({ wechat, pages }, parameters, { caller }) => {
  const { scene, page, width = WIDTH.standard, check_path: isChecked = true } = parameters;
  const { env_version: version = 'release' } = parameters;
  if (typeof scene !== 'string' || !SCENE.test(scene)) return refuse(40129, 'invalid scene');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))) {
    return refuse(41030, 'invalid page');
  }
  const target = page ?? pages[0] ?? '';
  if (isChecked !== false && pages.length > 0 && !pages.includes(target))
    return refuse(41030, 'invalid page');
  if (!STATES.includes(String(version))) return refuse(40097, 'invalid args: env_version');
  if (typeof width !== 'number' || width < WIDTH.least || width > WIDTH.most) {
    return refuse(40097, 'invalid args: width');
  }
  const picture = await QRCode.toBuffer(codeText(caller.appid, target, scene), {
    width,
    margin: 4,
    errorCorrectionLevel: 'M',
    rendererOpts: PNG,
  });
  wechat.record('code', { scene, page: target });
  return { picture };
};
