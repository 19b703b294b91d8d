import cloud from 'wx-server-sdk';
import type { Evidence } from '../../miniprogram/domain/evidence/evidence';
import { currentOpenid } from '../_shared/actor';
import { temporaryUrls } from '../_shared/storage';

/** 多媒体内容安全识别: 单个文件大小不超过 10 MB; type 2 is a picture, version 2 the present interface, scene 1 资料. */
const MAX_BYTES = 10 * 1024 * 1024;
const PICTURE = { mediaType: 2, version: 2, scene: 1 };

const NOT_ASKED: Evidence['check'] = { traceId: null, state: 'unchecked' };

/**
 * Asks WeChat to look at a photo; what it finds is pushed later, under the trace id (wechat-push).
 * Evidence does not wait for it: where WeChat cannot be asked, the photo is kept unchecked.
 */
export const askContentCheck = async (
  file: Pick<Evidence, 'kind' | 'bytes' | 'fileID' | 'thumbnailID'>,
): Promise<Evidence['check']> => {
  const shown = file.bytes <= MAX_BYTES ? file.fileID : file.thumbnailID;
  if (file.kind !== 'photo' || shown === null) return NOT_ASKED;
  try {
    const mediaUrl = (await temporaryUrls([shown])).get(shown);
    const { traceId } = (await cloud.openapi['security'].mediaCheckAsync({
      ...PICTURE,
      mediaUrl,
      openid: currentOpenid(),
    })) as { traceId: string };
    return { traceId, state: 'waiting' };
  } catch (error) {
    console.warn('content check not asked', error);
    return NOT_ASKED;
  }
};
