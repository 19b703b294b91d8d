import { keepFile } from '../../files';
import { requirePrivacy } from '../../privacy';
import { takeShot, type Shot } from '../../shell/camera-page';
import { showActionSheet } from '../../shell/dialogs';
import { pickFiles } from '../../shell/file-picker';
import { api, badParameter, failure } from '../api';
import { encodePicture, factsOf, pictureOf } from './picture';

/** WeChat's bounds (wx.chooseMedia, wx.chooseMessageFile). */
const MAX_MEDIA = 20;
const MAX_MESSAGE_FILES = 100;
const MAX_FILM_SECONDS = 60;
const FILM_SECONDS = { least: 3, most: MAX_FILM_SECONDS };
const COMPRESSED_QUALITY = 0.8;

export interface ChooseMediaOptions {
  readonly count?: number;
  readonly mediaType?: readonly string[];
  readonly sourceType?: readonly string[];
  readonly sizeType?: readonly string[];
  readonly maxDuration?: number;
  readonly camera?: string;
}

const requireKnown = (name: string, given: readonly string[], known: readonly string[]): void => {
  const wrong = given.find((each) => !known.includes(each));
  if (given.length === 0 || wrong !== undefined) throw badParameter(`invalid ${name} ${wrong ?? ''}`.trim());
};

const requireWhole = (name: string, value: number, least: number, most: number): void => {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw badParameter(`${name} should be between ${least} and ${most}`);
};

interface Wanted {
  readonly count: number;
  readonly image: boolean;
  readonly video: boolean;
  readonly maxSeconds: number;
  readonly facing: 'back' | 'front';
}

const acceptOf = ({ image, video }: Wanted): string =>
  [...(image ? ['image/*'] : []), ...(video ? ['video/*'] : [])].join(',');

const kindOf = (file: Blob): 'image' | 'video' => (file.type.startsWith('video/') ? 'video' : 'image');

const fromAlbum = async (wanted: Wanted): Promise<Shot[]> =>
  (await pickFiles(acceptOf(wanted), wanted.count)).map((blob) => ({ blob, kind: kindOf(blob) }));

/** The browser's camera; a browser without one takes it through its file chooser. */
const fromCamera = async (wanted: Wanted): Promise<Shot[]> => {
  const shot = await takeShot(wanted);
  if (shot) return [shot];
  if (shot === undefined) return [];
  return (await pickFiles(acceptOf(wanted), 1, true)).map((blob) => ({ blob, kind: kindOf(blob) }));
};

const SOURCES: Readonly<Record<string, { label: string; take: (wanted: Wanted) => Promise<Shot[]> }>> = {
  camera: { label: '拍摄', take: fromCamera },
  album: { label: '从手机相册选择', take: fromAlbum },
};

/** @throws {errMsg: 'fail cancel'} */
const takeFrom = async (sourceType: readonly string[], wanted: Wanted): Promise<Shot[]> => {
  const names = ['camera', 'album'].filter((name) => sourceType.includes(name));
  const index = names.length > 1 ? await showActionSheet(names.map((name) => SOURCES[name]?.label ?? '')) : 0;
  const source = index === undefined ? undefined : SOURCES[names[index] ?? ''];
  const shots = source ? await source.take(wanted) : [];
  if (shots.length === 0) throw failure('fail cancel');
  return shots;
};

const asMedia = async ({ blob, kind }: Shot, isCompressed: boolean) => {
  if (kind === 'video') {
    const { duration, width, height, thumb } = await factsOf(blob);
    return {
      tempFilePath: keepFile(blob),
      size: blob.size,
      fileType: 'video' as const,
      duration,
      width,
      height,
      thumbTempFilePath: thumb ? keepFile(thumb) : '',
    };
  }
  const kept = isCompressed ? await compressed(blob) : blob;
  const name = blob instanceof File ? blob.name : '';
  return { tempFilePath: keepFile(kept, name), size: kept.size, fileType: 'image' as const };
};

const compressed = async (blob: Blob): Promise<Blob> => {
  const picture = await pictureOf(blob);
  return encodePicture(picture, picture.width, picture.height, 'jpg', COMPRESSED_QUALITY);
};

const chooseMedia = async (options: ChooseMediaOptions) => {
  const {
    count = 9,
    mediaType = ['image', 'video'],
    sourceType = ['album', 'camera'],
    sizeType = ['original', 'compressed'],
    maxDuration = 10,
    camera = 'back',
  } = options;
  requireKnown('mediaType', mediaType, ['image', 'video', 'mix']);
  requireKnown('sourceType', sourceType, ['album', 'camera']);
  requireKnown('sizeType', sizeType, ['original', 'compressed']);
  requireWhole('count', count, 1, MAX_MEDIA);
  requireWhole('maxDuration', maxDuration, FILM_SECONDS.least, FILM_SECONDS.most);
  await requirePrivacy('chooseMedia');
  const isMix = mediaType.includes('mix');
  const shots = await takeFrom(sourceType, {
    count,
    image: isMix || mediaType.includes('image'),
    video: isMix || mediaType.includes('video'),
    maxSeconds: maxDuration,
    facing: camera === 'front' ? 'front' : 'back',
  });
  const isCompressed = !sizeType.includes('original');
  const tempFiles = await Promise.all(shots.map((shot) => asMedia(shot, isCompressed)));
  const kinds = new Set(tempFiles.map(({ fileType }) => fileType));
  return { type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image'), tempFiles };
};

export interface MessageFileOptions {
  readonly count: number;
  readonly type?: string;
  readonly extension?: readonly string[];
}

const ACCEPTS: Readonly<Record<string, string>> = { image: 'image/*', video: 'video/*' };

const chooseMessageFile = async ({ count, type = 'all', extension }: MessageFileOptions) => {
  requireKnown('type', [type], ['all', 'video', 'image', 'file']);
  requireWhole('count', count, 0, MAX_MESSAGE_FILES);
  await requirePrivacy('chooseMessageFile');
  const accept =
    ACCEPTS[type] ??
    (type === 'file' && extension ? extension.map((each) => `.${each.replace(/^\./, '')}`).join(',') : '');
  const picked = await pickFiles(accept, count);
  if (picked.length === 0) throw failure('fail cancel');
  return {
    tempFiles: picked.map((file) => ({
      name: file.name,
      path: keepFile(file, file.name),
      size: file.size,
      time: Math.floor(file.lastModified / 1000),
      type: /^(image|video)\//.exec(file.type)?.[1] ?? 'file',
    })),
  };
};

export const choosing = {
  chooseMedia: api('chooseMedia', chooseMedia),
  chooseMessageFile: api('chooseMessageFile', chooseMessageFile),
  /** One video, as vant's uploader asks for it. */
  chooseVideo: api('chooseVideo', async (options: ChooseMediaOptions) => {
    const given = {
      ...options,
      count: 1,
      mediaType: ['video'],
      maxDuration: options.maxDuration ?? MAX_FILM_SECONDS,
    };
    const [video] = (await chooseMedia(given)).tempFiles;
    return { ...video };
  }),
  /** The older of the two, which vant still asks on computers. */
  chooseImage: api('chooseImage', async (options: ChooseMediaOptions) => {
    const { tempFiles } = await chooseMedia({ ...options, mediaType: ['image'] });
    return {
      tempFilePaths: tempFiles.map(({ tempFilePath }) => tempFilePath),
      tempFiles: tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
    };
  }),
};
