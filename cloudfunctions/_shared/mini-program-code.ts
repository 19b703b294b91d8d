import cloud from 'wx-server-sdk';
import { DomainError } from '../../miniprogram/domain/errors';
import { collection, insertOnce } from './database';

/** A mini program code that was made: kept for ever, as it stands on walls and boards. */
interface MadeCode {
  readonly _id: string;
  readonly page: string;
  readonly scene: string;
  readonly fileID: string;
  readonly madeAt: string;
}

const CODES = 'codes';

/** px a side, of 280 … 1280 (获取不限制的小程序码): more than the sheet of 1365 px that a phone can draw has for it. */
const WIDTH = 600;

interface Wanted {
  /** What the code is of, e.g. `site.<projectId>`: made once. */
  readonly key: string;
  /** Without a leading `/`. */
  readonly page: string;
  /** 1 … 32 signs of those a scene may have. */
  readonly scene: string;
}

const drawn = async ({ page, scene }: Wanted): Promise<{ buffer: Buffer; contentType: string }> => {
  // CODE_VERSION is release unless the environment says trial or develop; only a released page can be checked.
  const envVersion = process.env['CODE_VERSION'] ?? 'release';
  try {
    return (await cloud.openapi['wxacode'].getUnlimited({
      ...{ page, scene, envVersion, width: WIDTH },
      checkPath: envVersion === 'release',
    })) as { buffer: Buffer; contentType: string };
  } catch (error) {
    console.error('wxacode.getUnlimited failed', error);
    throw new DomainError('code.notMade');
  }
};

/**
 * The picture of the mini program code, made by WeChat (wxacode.getUnlimited) the first time it is asked for.
 * Made twice at once it is the same picture under the same path.
 * @returns fileID of a file that every phone may read
 * @throws DomainError code.notMade
 */
export const codePicture = async (wanted: Wanted, now: string): Promise<string> => {
  const { key, page, scene } = wanted;
  const { data: made } = await collection<MadeCode>(CODES).doc(key).get();
  if (made) return made.fileID;
  const { buffer, contentType } = await drawn(wanted);
  const cloudPath = `codes/${key}.${contentType.includes('png') ? 'png' : 'jpg'}`;
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: buffer });
  await insertOnce(CODES, { _id: key, page, scene, fileID, madeAt: now } satisfies MadeCode);
  return fileID;
};
