import * as v from 'valibot';
import { CATALOGUE, CATALOGUE_VERSION } from '../_shared/catalogue';
import { defineAction } from '../_shared/define-action';

/** The whole catalogue for the phone's cache, or only its version when the phone has it already. */
export const readCatalogue = defineAction({
  input: v.strictObject({ knownVersion: v.nullable(v.pipe(v.string(), v.maxLength(32))) }),
  load: () => Promise.resolve(null),
  run: (_, { knownVersion }) =>
    Promise.resolve({
      version: CATALOGUE_VERSION,
      entries: knownVersion === CATALOGUE_VERSION ? null : [...CATALOGUE.values()],
    }),
});
