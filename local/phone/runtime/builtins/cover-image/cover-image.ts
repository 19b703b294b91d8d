import { fileAddress } from '../../files';
import { dataOf, type Builtin } from '../support/define';

export const coverImage: Builtin = {
  properties: { src: String, referrerPolicy: String },
  create: (component, host) => {
    const picture = document.createElement('img');
    picture.alt = '';
    host.append(picture);
    picture.addEventListener('load', () => component.triggerEvent('load', {}));
    picture.addEventListener('error', () => component.triggerEvent('error', {}));
    let shown = '';
    return () => {
      const { src } = dataOf<{ src: string }>(component);
      if (src === shown) return;
      shown = src;
      if (src) picture.src = fileAddress(src);
      else picture.removeAttribute('src');
    };
  },
};
