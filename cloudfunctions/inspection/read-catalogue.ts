import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import { collection } from '../_shared/database';
import { defineAction } from '../_shared/define-action';

/** Which edition phones are to have, written by whoever publishes it together with the file. */
export interface PublishedCatalogue {
  readonly version: string;
  /** Under catalogue/, where clients read and nobody but administration writes. */
  readonly fileID: string;
}

const published = async (): Promise<PublishedCatalogue | null> =>
  (await collection<PublishedCatalogue>('settings').doc('catalogue').get()).data;

/** Where the catalogue's file lies; null instead of the file when the phone has that version already. */
export const readCatalogue = defineAction({
  input: v.strictObject({ knownVersion: v.nullable(v.pipe(v.string(), v.maxLength(32))) }),
  load: published,
  run({ loaded: catalogue }, { knownVersion }) {
    if (!catalogue) throw new DomainError('catalogue.notPublished');
    const { version, fileID } = catalogue;
    return Promise.resolve({ version, fileID: version === knownVersion ? null : fileID });
  },
});
