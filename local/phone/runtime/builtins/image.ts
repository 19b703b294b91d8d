import { fileAddress } from '../files';
import type { Builtin } from './define';

/** How WeChat's modes fit a picture into its frame. */
const FITS: Readonly<Record<string, { fit: string; position?: string }>> = {
  scaleToFill: { fit: 'fill' },
  aspectFit: { fit: 'contain' },
  aspectFill: { fit: 'cover' },
  widthFix: { fit: 'fill' },
  heightFix: { fit: 'fill' },
  top: { fit: 'none', position: 'top' },
  bottom: { fit: 'none', position: 'bottom' },
  center: { fit: 'none', position: 'center' },
  left: { fit: 'none', position: 'left' },
  right: { fit: 'none', position: 'right' },
};

export const image: Builtin = {
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
  },
  create: (component, host) => {
    const picture = document.createElement('img');
    picture.alt = '';
    picture.draggable = false;
    host.append(picture);
    let shown = '';
    picture.addEventListener('load', () => {
      component.triggerEvent('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener('error', () =>
      component.triggerEvent('error', { errMsg: `load ${shown} fail` }),
    );
    return () => {
      const { src, mode } = component.data as { src: string; mode: string };
      const { fit, position } = FITS[mode] ?? { fit: 'fill' };
      picture.style.objectFit = fit;
      picture.style.objectPosition = position ?? '';
      host.dataset['mode'] = mode;
      if (src === shown) return;
      shown = src;
      if (src) picture.src = fileAddress(src);
      else picture.removeAttribute('src');
    };
  },
};
