import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { addressOf } from '../_shared/geocode';
import { lat, lng } from './point';

/** 位置: what the map service calls the point the phone just measured. */
export const namePoint = defineAction({
  input: v.strictObject({ lng, lat }),
  load: (point) => addressOf(point),
  run: ({ loaded: address }) => Promise.resolve({ address }),
});
