import { fileAddress, fileOf, keepFile } from '../files';
import { showActionSheet, showPictures } from '../shell/dialogs';
import { api, failure } from './api';

export interface ChooseMediaOptions {
  readonly count?: number;
  readonly mediaType?: readonly string[];
  readonly sourceType?: readonly string[];
}

/** The browser's file chooser stands for album and camera. */
const pickFiles = (accept: string, count: number, capture: boolean): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = count > 1;
    if (capture) input.capture = 'environment';
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

const acceptOf = (types: readonly string[]): string => types.map((type) => `${type}/*`).join(',');

export const media = {
  chooseMedia: api(
    'chooseMedia',
    async ({ count = 9, mediaType = ['image'], sourceType }: ChooseMediaOptions) => {
      const isCameraOnly = sourceType?.length === 1 && sourceType[0] === 'camera';
      const picked = await pickFiles(acceptOf(mediaType), count, isCameraOnly);
      if (picked.length === 0) throw failure('fail cancel');
      return {
        type: mediaType.length > 1 ? 'mix' : mediaType[0],
        tempFiles: picked.map((file) => ({
          tempFilePath: keepFile(file),
          size: file.size,
          fileType: file.type.split('/')[0],
        })),
      };
    },
  ),
  previewImage: api('previewImage', ({ urls, current }: { urls: readonly string[]; current?: string }) => {
    showPictures(urls.map(fileAddress), current === undefined ? 0 : urls.indexOf(current));
    return {};
  }),
  showActionSheet: api('showActionSheet', async ({ itemList }: { itemList: readonly string[] }) => {
    const tapIndex = await showActionSheet(itemList);
    if (tapIndex === undefined) throw failure('fail cancel');
    return { tapIndex };
  }),
  getFileSystemManager: () => ({
    readFile: api('readFile', async ({ filePath }: { filePath: string }) => {
      const file = fileOf(filePath);
      if (!file) throw failure(`fail no such file or directory ${filePath}`);
      return { data: await file.arrayBuffer() };
    }),
  }),
};
