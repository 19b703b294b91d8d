import { deskTimers } from '../foreground';
import { openCamera, type CameraView } from './camera-stream';
import { openOverlay, pressable } from './sheets';
import { made } from './shell';

export interface Shot {
  readonly blob: Blob;
  readonly kind: 'image' | 'video';
}

/** A video has at least one picture: pressing 停止 at once stops a little later. */
const SHORTEST_MS = 1000;

const frameOf = (video: HTMLVideoElement): Promise<Blob | null> => {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
};

const record = (camera: CameraView, onStop: (blob: Blob) => void): MediaRecorder => {
  const recorder = new MediaRecorder(camera.stream);
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.addEventListener('stop', () => onStop(new Blob(parts, { type: recorder.mimeType })));
  recorder.start();
  return recorder;
};

/**
 * WeChat's camera: one picture, or one video of at most so many seconds.
 * @returns undefined when the person goes back; null when there is no camera
 */
export const takeShot = (options: {
  readonly facing: 'back' | 'front';
  readonly image: boolean;
  readonly video: boolean;
  readonly maxSeconds: number;
}): Promise<Shot | undefined | null> =>
  new Promise((resolve) => {
    let camera: CameraView | undefined;
    let recorder: MediaRecorder | undefined;
    const finish = (shot: Shot | undefined | null): void => {
      if (recorder?.state === 'recording') recorder.stop();
      camera?.stop();
      close();
      resolve(shot);
    };
    const { body, close } = openOverlay('camera-page', '拍摄', () => finish(undefined));
    const view = made('camera-view');
    const buttons = made('camera-buttons');
    body.append(view, buttons);
    const shoot = async (): Promise<void> => {
      const blob = camera && (await frameOf(camera.video));
      if (blob) finish({ blob, kind: 'image' });
    };
    const stopAfter = (ms: number): void => {
      deskTimers.setTimeout(() => {
        if (recorder?.state === 'recording') recorder.stop();
      }, ms);
    };
    let begunAt = 0;
    const film = (button: HTMLElement): void => {
      if (!camera) return;
      if (recorder?.state === 'recording') return stopAfter(begunAt + SHORTEST_MS - performance.now());
      begunAt = performance.now();
      recorder = record(camera, (blob) => finish({ blob, kind: 'video' }));
      button.textContent = '停止';
      stopAfter(options.maxSeconds * 1000);
    };
    void openCamera(view, options.facing, options.video).then((opened) => {
      if (!opened) return finish(null);
      camera = opened;
      if (options.image) buttons.append(pressable('camera-shutter', '拍照', () => void shoot()));
      if (options.video) {
        const button = pressable('camera-shutter camera-film', '录像', () => film(button));
        buttons.append(button);
      }
    });
  });
