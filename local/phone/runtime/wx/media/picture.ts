import { failure } from '../api';

const ENCODABLE: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png' };

/** @throws {errMsg} for what is no picture */
export const pictureOf = async (blob: Blob): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(blob);
  } catch {
    throw failure('fail file format is not supported');
  }
};

/** WeChat's name of a picture's format, from its first bytes. */
export const formatOf = async (blob: Blob): Promise<'jpeg' | 'png' | 'gif' | 'webp' | 'unknown'> => {
  const bytes = new Uint8Array(await blob.slice(0, 12).arrayBuffer());
  const text = String.fromCharCode(...bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (text.startsWith('\x89PNG')) return 'png';
  if (text.startsWith('GIF8')) return 'gif';
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : 'unknown';
};

/** @param quality 0 … 1, for jpg */
export const encodePicture = async (
  picture: CanvasImageSource,
  width: number,
  height: number,
  format: 'jpg' | 'png',
  quality: number,
): Promise<Blob> => {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: ENCODABLE[format] ?? 'image/jpeg', quality });
};

export interface VideoFacts {
  /** Seconds. */
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  readonly thumb: Blob | undefined;
}

const LONG_AFTER_END_S = 1e6;

const once = (video: HTMLVideoElement, type: string): Promise<void> =>
  new Promise((resolve, reject) => {
    video.addEventListener(type, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(failure('fail invalid video')), { once: true });
  });

const seek = async (video: HTMLVideoElement, to: number): Promise<void> => {
  const arrived = once(video, 'seeked');
  video.currentTime = to;
  await arrived;
};

/** Length, size and first picture. @throws {errMsg} for what is no video */
export const factsOf = async (blob: Blob): Promise<VideoFacts> => {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  const address = URL.createObjectURL(blob);
  try {
    const loaded = once(video, 'loadeddata');
    video.src = address;
    await loaded;
    // A recorder leaves the length open: the end tells it.
    if (!Number.isFinite(video.duration)) await seek(video, LONG_AFTER_END_S);
    const duration = Number.isFinite(video.duration) ? video.duration : video.currentTime;
    await seek(video, 0);
    const { videoWidth: width, videoHeight: height } = video;
    const thumb = width > 0 ? await encodePicture(video, width, height, 'jpg', 0.8) : undefined;
    return { duration, width, height, thumb };
  } finally {
    URL.revokeObjectURL(address);
  }
};
