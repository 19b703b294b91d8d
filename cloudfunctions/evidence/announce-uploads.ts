import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import { INSPECTION_LIMITS } from '../../miniprogram/domain/inspection/limits';
import { recordIdOf } from '../../miniprogram/domain/integrity/command';
import { defineAction } from '../_shared/define-action';
import { sha256 } from '../_shared/hash';
import { requestId } from '../_shared/inputs';
import { isUploadPathOf } from '../_shared/storage';
import { insertUploads } from './evidence-repository';

/** The service's bound on a path in cloud storage (文件名命名限制), bytes; ours are ASCII. */
const MAX_PATH = 850;
/** Every file of the largest record with its thumbnail. */
const MAX_PATHS = 4 * INSPECTION_LIMITS.photosPerInspection;

/**
 * What a phone is about to upload, said once before the first file: a function cannot list the store, so what is
 * never confirmed could not be found again to be swept.
 */
export const announceUploads = defineAction({
  input: v.strictObject({
    requestId,
    paths: v.pipe(v.array(v.pipe(v.string(), v.maxLength(MAX_PATH))), v.minLength(1), v.maxLength(MAX_PATHS)),
  }),
  load: () => Promise.resolve(null),
  async run({ actor, now }, { requestId: id, paths }) {
    const { personId } = actor;
    if (!paths.every((path) => isUploadPathOf(personId, path)))
      throw new DomainError('evidence.foreign', { what: '要上传的文件' });
    // More files under the same id are an announcement of their own.
    const key = `${id}:${sha256(paths.join('\n'))}`;
    await insertUploads({ _id: recordIdOf('uploads', personId, key, sha256), personId, paths, at: now });
    return { announced: paths.length };
  },
});
