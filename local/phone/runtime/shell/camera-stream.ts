import { openDevices } from '../stand-in-devices';

export interface CameraView {
  readonly video: HTMLVideoElement;
  readonly stream: MediaStream;
  readonly stop: () => void;
}

/** Shows the phone's camera in an element. @returns undefined where there is none, or it is not allowed */
export const openCamera = async (
  parent: HTMLElement,
  facing: 'back' | 'front',
  withSound = false,
): Promise<CameraView | undefined> => {
  const stream = await openDevices({
    video: { facingMode: facing === 'back' ? 'environment' : 'user', width: { ideal: 1280 } },
    audio: withSound,
  });
  if (!stream) return undefined;
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  parent.append(video);
  await video.play().catch(() => undefined);
  return {
    video,
    stream,
    stop: () => {
      for (const track of stream.getTracks()) track.stop();
      video.remove();
    },
  };
};
