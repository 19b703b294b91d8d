import { createImage, limitCanvas } from '../../canvas';
import { dataOf, type Builtin } from '../support/define';
import { keepNode } from '../support/handles';

/** What a page gets from a selector query: the browser's canvas with WeChat's own calls. */
const asNode = (canvas: HTMLCanvasElement): HTMLCanvasElement =>
  Object.assign(limitCanvas(canvas), {
    createImage,
    createPath2D: (path?: string | Path2D) => new Path2D(path),
    createImageData: (width: number, height: number) => new ImageData(width, height),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  });

export const canvas: Builtin = {
  hasSlot: true,
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  create: (component, host) => {
    const element = document.createElement('canvas');
    element.className = 'phone-canvas';
    host.append(element);
    keepNode(host, asNode(element));
    return () => {
      host.classList.toggle(
        'phone-canvas-still',
        dataOf<{ disableScroll: boolean }>(component).disableScroll,
      );
    };
  },
};
