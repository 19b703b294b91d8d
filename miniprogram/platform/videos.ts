import { takenNow, type LocalFile } from './media-file';
import { asRefusal } from './permissions';
import type { PhotoSource } from './photos';

/** A video on this phone, not yet sent. */
export interface LocalVideo extends LocalFile {
  readonly durationMs: number;
  /** A picture of its beginning, on this phone; '' where WeChat gave none. */
  readonly posterPath: string;
}

/** EVIDENCE_KINDS.video of domain/evidence/kinds. */
export interface VideoBounds {
  readonly maxSeconds: number;
  readonly maxBytes: number;
}

/** A recorder stops a little after its time. */
const GRACE_S = 1;

const spokenSeconds = (seconds: number): string => {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return [minutes > 0 ? `${minutes} 分` : '', rest > 0 || minutes === 0 ? `${rest} 秒` : ''].join(' ').trim();
};

/** What keeps a video out, and what to do about it; null where nothing does. */
export const videoFault = (
  { duration, size }: { readonly duration: number; readonly size: number },
  { maxSeconds, maxBytes }: VideoBounds,
): string | null => {
  if (size === 0) return '这段视频是空的，请重新录一段或另选一段';
  if (duration >= maxSeconds + GRACE_S) {
    return `这段视频长 ${spokenSeconds(duration)}，最长 ${maxSeconds} 秒，请在相册中剪短后再选，或另录一段`;
  }
  if (size <= maxBytes) return null;
  const megabyte = 1024 * 1024;
  return `这段视频有 ${Math.ceil(size / megabyte)} MB，最大 ${Math.floor(maxBytes / megabyte)} MB，请在相册中剪短后再选，或另录一段`;
};

/**
 * Records a video with the camera at the back, or picks one.
 * @returns null when the person cancels
 * @throws PermissionError; an Error with a sentence for one that is too long, too large or empty
 */
export const chooseVideo = async (source: PhotoSource, bounds: VideoBounds): Promise<LocalVideo | null> => {
  let chosen: WechatMiniprogram.MediaFile | undefined;
  try {
    const { tempFiles } = await wx.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sourceType: [source],
      // Compressed by WeChat a minute stays far below 100 MB; what is hashed and kept is what it gives.
      sizeType: ['compressed'],
      maxDuration: bounds.maxSeconds,
      camera: 'back',
    });
    [chosen] = tempFiles;
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return null;
    throw asRefusal(error, 'scope.camera');
  }
  if (!chosen) return null;
  const fault = videoFault(chosen, bounds);
  if (fault !== null) throw new Error(fault);
  return {
    ...(await takenNow(chosen.tempFilePath)),
    durationMs: Math.round(chosen.duration * 1000),
    posterPath: chosen.thumbTempFilePath,
  };
};
