import { dataOf, type Builtin } from '../support/define';
import { followSource } from '../support/source';

export const coverImage: Builtin = {
  properties: { src: String, referrerPolicy: String },
  create: (component, host) => {
    const picture = document.createElement('img');
    picture.alt = '';
    host.append(picture);
    picture.addEventListener('load', () => component.triggerEvent('load', {}));
    const fail = (): void => component.triggerEvent('error', {});
    picture.addEventListener('error', fail);
    const follow = followSource((address) => {
      if (address) picture.src = address;
      else picture.removeAttribute('src');
    }, fail);
    return () => follow(dataOf<{ src: string }>(component).src);
  },
};
