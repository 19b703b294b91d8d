import type { PageStack } from '../page-stack';
import { app } from './base/app';
import { system } from './base/system';
import { canvases } from './canvas/canvas';
import { cloud } from './cloud/cloud';
import { devices } from './device/device';
import { scan } from './device/scan';
import { documents } from './file/document';
import { file } from './file/file';
import { locations } from './location/location';
import { choosing } from './media/choose';
import { images } from './media/image';
import { sound } from './media/inner-audio';
import { recording } from './media/recorder';
import { programs } from './navigate/navigate';
import { account } from './open/account';
import { setting } from './open/setting';
import { sharing } from './open/sharing';
import { subscribing } from './open/subscribe';
import { routes } from './route/route';
import { storage } from './storage/storage';
import { createAnimation } from './ui/animation';
import { bars } from './ui/bars';
import { interaction } from './ui/interaction';
import { scrolling } from './ui/scrolling';

interface Asker {
  readonly createIntersectionObserver: (options?: object) => object;
}

/**
 * The `wx` that pages find, grouped as in WeChat's documentation. What is not here is undefined, as in WeChat where it
 * is newer than the base library: `if (wx.x) wx.x()` passes by, and the compiler tells of a call that does not ask.
 * @param isTag whether there is such a component
 */
export const createWx = (stack: PageStack, isTag: (tag: string) => boolean) => {
  const declared = {
    cloud,
    ...system,
    ...app,
    ...routes(stack),
    ...programs,
    ...bars(stack),
    ...scrolling(stack),
    ...interaction,
    createAnimation,
    createSelectorQuery: () => stack.selectorQuery(),
    createIntersectionObserver: (asker: Asker, options?: object) => asker.createIntersectionObserver(options),
    ...storage,
    ...file,
    ...documents,
    ...choosing,
    ...images,
    ...recording,
    ...sound,
    ...canvases,
    ...locations,
    ...devices,
    ...scan,
    ...account,
    ...setting,
    ...subscribing,
    ...sharing(stack),
    /** `api`, `api.option…` or a component's `tag.attribute…`: by its first word. */
    canIUse: (schema: string): boolean => {
      const [first = '', second = ''] = schema.split('.');
      if (first === 'cloud' && second !== '') return second in cloud;
      return first in declared || isTag(first);
    },
  };
  return declared;
};
