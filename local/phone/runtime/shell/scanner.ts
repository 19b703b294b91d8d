import jsQR from 'jsqr';
import { deskTimers } from '../foreground';
import { openOverlay, pressable } from './sheets';
import { made } from './shell';
import { openCamera } from './camera-stream';
import { pickFiles } from './file-picker';
import { siteCodes } from './site-codes';

const LOOK_EVERY_MS = 250;
const LARGEST_SIDE = 1000;

/** The text of a QR code in a picture. */
const readCode = (source: CanvasImageSource, width: number, height: number): string | undefined => {
  const scale = Math.min(1, LARGEST_SIDE / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, canvas.width, canvas.height)?.data || undefined;
};

/** WeChat's scanner: the camera where there is one, a picture, a code of the site, or typed text. @returns undefined for back */
export const showScanner = (isAlbumAllowed: boolean): Promise<string | undefined> =>
  new Promise((resolve) => {
    let isOpen = true;
    let stopCamera: () => void = () => undefined;
    const finish = (text: string | undefined): void => {
      isOpen = false;
      stopCamera();
      close();
      resolve(text);
    };
    const { body, close } = openOverlay('scanner', '扫一扫', () => finish(undefined));
    const view = made('scanner-view');
    const note = made('scanner-note', '正在打开摄像头…');
    const typed = document.createElement('input');
    typed.placeholder = '码里的文字';
    typed.setAttribute('aria-label', '码里的文字');
    const row = made('scanner-row');
    row.append(
      typed,
      pressable('scanner-button', '读到它', () => typed.value.trim() && finish(typed.value.trim())),
    );
    const codes = made('scanner-codes');
    body.append(view, note, row, codes);
    if (isAlbumAllowed) {
      const album = pressable('scanner-button', '相册', () => void readPicture());
      row.append(album);
    }
    const readPicture = async (): Promise<void> => {
      const [file] = await pickFiles('image/*', 1);
      if (!file) return;
      const picture = await createImageBitmap(file).catch(() => undefined);
      const text = picture && readCode(picture, picture.width, picture.height);
      if (text === undefined) note.textContent = '这张图片里没有认出二维码，请换一张';
      else finish(text);
    };
    void siteCodes().then((list) => {
      codes.append(...list.map((label) => pressable('scanner-code', label, () => finish(label))));
    });
    void openCamera(view, 'back').then((camera) => {
      if (!camera) {
        note.textContent = '没有摄像头：请选图片、点一个现场码或填写文字';
        return;
      }
      stopCamera = camera.stop;
      if (!isOpen) return camera.stop();
      note.textContent = '将二维码放入框内';
      const look = (): void => {
        if (!isOpen) return;
        const { video } = camera;
        const text = video.videoWidth > 0 ? readCode(video, video.videoWidth, video.videoHeight) : undefined;
        if (text === undefined) deskTimers.setTimeout(look, LOOK_EVERY_MS);
        else finish(text);
      };
      look();
    });
  });
