import { dataOf, type Builtin } from '../support/define';
import { keepNode } from '../support/handles';

interface CameraData {
  readonly mode: string;
  readonly devicePosition: string;
}

/** The device's camera, where the browser has one and the person allows it; `error` otherwise. */
export const camera: Builtin = {
  hasSlot: true,
  properties: {
    mode: { type: String, value: 'normal' },
    resolution: { type: String, value: 'medium' },
    devicePosition: { type: String, value: 'back' },
    flash: { type: String, value: 'auto' },
    frameSize: { type: String, value: 'medium' },
  },
  create: (component, host) => {
    const view = document.createElement('video');
    view.className = 'phone-video';
    view.playsInline = true;
    view.muted = true;
    host.append(view);
    keepNode(host, view);
    let asked = '';
    return () => {
      const { devicePosition } = dataOf<CameraData>(component);
      if (devicePosition === asked) return;
      asked = devicePosition;
      void open(view, devicePosition).then(
        () => component.triggerEvent('initdone', { maxZoom: 1 }),
        (error: Error) => component.triggerEvent('error', { errMsg: `insertCamera:fail ${reason(error)}` }),
      );
    };
  },
  detached: (component, host) => {
    const view = host.querySelector('video');
    const stream = view?.srcObject;
    if (!(stream instanceof MediaStream)) return;
    for (const track of stream.getTracks()) track.stop();
    component.triggerEvent('stop', {});
  },
};

const reason = (error: Error): string =>
  error.name === 'NotAllowedError' ? 'auth deny' : 'camera not available';

const open = async (view: HTMLVideoElement, position: string): Promise<void> => {
  // Absent without a secure context, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new Error('no camera');
  view.srcObject = await devices.getUserMedia({
    video: { facingMode: position === 'front' ? 'user' : 'environment' },
  });
  await view.play();
};
