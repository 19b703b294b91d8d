import { fileAddress } from '../../files';
import { showActionSheet } from '../../shell/dialogs';
import { dataOf, type Builtin } from '../support/define';

/** How WeChat's modes fit a picture into its frame. */
const FITS: Readonly<Record<string, { fit: string; position?: string }>> = {
  scaleToFill: { fit: 'fill' },
  aspectFit: { fit: 'contain' },
  aspectFill: { fit: 'cover' },
  widthFix: { fit: 'fill' },
  heightFix: { fit: 'fill' },
  ...Object.fromEntries(
    ['top', 'bottom', 'center', 'left', 'right', 'top left', 'top right', 'bottom left', 'bottom right'].map(
      (position) => [position, { fit: 'none', position }],
    ),
  ),
};

const MENU = ['发送给朋友', '收藏', '保存图片'];

interface ImageData {
  readonly src: string;
  readonly mode: string;
  readonly lazyLoad: boolean;
  readonly showMenuByLongpress: boolean;
}

export const image: Builtin = {
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    fadeIn: Boolean,
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
    component.addListener('longpress', () => {
      if (dataOf<ImageData>(component).showMenuByLongpress) void showActionSheet(MENU);
    });
    return () => {
      const { src, mode, lazyLoad } = dataOf<ImageData>(component);
      const { fit, position } = FITS[mode] ?? { fit: 'fill' };
      picture.style.objectFit = fit;
      picture.style.objectPosition = position ?? '';
      picture.loading = lazyLoad ? 'lazy' : 'eager';
      host.dataset['mode'] = mode;
      if (src === shown) return;
      shown = src;
      if (src) picture.src = fileAddress(src);
      else picture.removeAttribute('src');
    };
  },
};
