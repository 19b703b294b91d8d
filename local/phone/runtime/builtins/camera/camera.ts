import type { GeneralComponent } from 'glass-easel';
import { requireScope } from '../../permissions';
import { openCamera, type CameraView } from '../../shell/camera-stream';
import { dataOf, type Builtin } from '../support/define';
import { keepNode } from '../support/handles';

interface CameraData {
  readonly mode: string;
  readonly devicePosition: string;
}

/** What each component shows now. */
const views = new WeakMap<GeneralComponent, CameraView>();

/** @throws Error with WeChat's reason */
const show = async (component: GeneralComponent, host: HTMLElement): Promise<void> => {
  await requireScope('scope.camera').catch(() => {
    throw new Error('auth deny');
  });
  const { devicePosition } = dataOf<CameraData>(component);
  const view = await openCamera(host, devicePosition === 'front' ? 'front' : 'back');
  if (!view) throw new Error('camera not available');
  // The page may have gone while the person was asked.
  if (!host.isConnected) {
    view.stop();
    return;
  }
  views.get(component)?.stop();
  view.video.className = 'phone-video';
  views.set(component, view);
  keepNode(host, view.video);
};

/** The device's camera, where the browser has one and the person allows it (scope.camera); `error` otherwise. */
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
    let asked = '';
    return () => {
      const { devicePosition } = dataOf<CameraData>(component);
      if (devicePosition === asked) return;
      asked = devicePosition;
      show(component, host).then(
        () => component.triggerEvent('initdone', { maxZoom: 1 }),
        (error: Error) => component.triggerEvent('error', { errMsg: `insertCamera:fail ${error.message}` }),
      );
    };
  },
  detached: (component) => {
    const view = views.get(component);
    if (!view) return;
    view.stop();
    views.delete(component);
    component.triggerEvent('stop', {});
  },
};
