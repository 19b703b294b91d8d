import { showActionSheet } from '../../shell/dialogs';
import { dataOf, type Builtin } from '../support/define';
import { followSource } from '../support/source';

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
    const fail = (errMsg: string): void => component.triggerEvent('error', { errMsg });
    const follow = followSource((address) => {
      if (address) picture.src = address;
      else picture.removeAttribute('src');
    }, fail);
    picture.addEventListener('load', () => {
      component.triggerEvent('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener('error', () => fail(`load ${dataOf<ImageData>(component).src} fail`));
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
      follow(src);
    };
  },
};
