import { fileAddress, keepFile, openFile } from '../../files';
import { requireScope } from '../../permissions';
import { requirePrivacy } from '../../privacy';
import { saveToDesk } from '../../shell/album';
import { showPictures, type Picture } from '../../shell/dialogs';
import { showToast } from '../../shell/dialogs';
import { cloudAddress } from '../cloud/addresses';
import { api, badParameter, failure, requireKind } from '../api';
import { encodePicture, formatOf, pictureOf } from './picture';

const ALBUM = 'scope.writePhotosAlbum';
const FULL_QUALITY = 80;

/** What a page names as a picture: also cloud://. */
const address = async (source: string): Promise<string> =>
  source.startsWith('cloud://') ? cloudAddress(source) : fileAddress(source);

const pictures = (sources: readonly { url: string; type?: string }[]): Promise<Picture[]> =>
  Promise.all(
    sources.map(async ({ url, type }) => ({ address: await address(url), isVideo: type === 'video' })),
  );

export interface CompressOptions {
  readonly src: string;
  readonly quality?: number;
  readonly compressedWidth?: number;
  readonly compressedHeight?: number;
}

const compressImage = async (options: CompressOptions) => {
  const { src, quality = FULL_QUALITY, compressedWidth, compressedHeight } = options;
  requireKind('src', src, 'String');
  if (!(quality >= 0 && quality <= 100)) throw badParameter('quality should be between 0 and 100');
  const blob = await openFile(src);
  const picture = await pictureOf(blob);
  // One side given, the other follows.
  const byWidth = compressedWidth && compressedWidth / picture.width;
  const byHeight = compressedHeight && compressedHeight / picture.height;
  const width = picture.width * (byWidth ?? byHeight ?? 1);
  const height = picture.height * (byHeight ?? byWidth ?? 1);
  const format = (await formatOf(blob)) === 'png' ? 'png' : 'jpg';
  return { tempFilePath: keepFile(await encodePicture(picture, width, height, format, quality / 100)) };
};

const getImageInfo = async ({ src }: { readonly src: string }) => {
  requireKind('src', src, 'String');
  const blob = await openFile(src.startsWith('cloud://') ? await cloudAddress(src) : src);
  const { width, height } = await pictureOf(blob);
  const isOfNetwork = /^(https?|cloud):/.test(src);
  return {
    width,
    height,
    path: isOfNetwork ? keepFile(blob) : src,
    orientation: 'up',
    type: await formatOf(blob),
  };
};

const saveToAlbum =
  (name: string) =>
  async ({ filePath }: { readonly filePath: string }) => {
    requireKind('filePath', filePath, 'String');
    const blob = await openFile(filePath);
    await requirePrivacy(name);
    await requireScope(ALBUM);
    saveToDesk(blob, filePath);
    showToast('已保存到相册', 'success', 1500);
    return {};
  };

export interface PreviewOptions {
  readonly urls: readonly string[];
  readonly current?: string;
}

export interface PreviewMediaOptions {
  readonly sources: readonly { readonly url: string; readonly type?: string }[];
  readonly current?: number;
}

export const images = {
  compressImage: api('compressImage', compressImage),
  getImageInfo: api('getImageInfo', getImageInfo),
  previewImage: api('previewImage', async ({ urls, current }: PreviewOptions) => {
    requireKind('urls', urls, 'Array');
    if (urls.length === 0) throw failure('fail urls is empty');
    const shown = await pictures(urls.map((url) => ({ url })));
    showPictures(shown, current === undefined ? 0 : urls.indexOf(current));
    return {};
  }),
  previewMedia: api('previewMedia', async ({ sources, current = 0 }: PreviewMediaOptions) => {
    requireKind('sources', sources, 'Array');
    if (sources.length === 0) throw failure('fail sources is empty');
    showPictures(await pictures(sources), current);
    return {};
  }),
  saveImageToPhotosAlbum: api('saveImageToPhotosAlbum', saveToAlbum('saveImageToPhotosAlbum')),
  saveVideoToPhotosAlbum: api('saveVideoToPhotosAlbum', saveToAlbum('saveVideoToPhotosAlbum')),
};
