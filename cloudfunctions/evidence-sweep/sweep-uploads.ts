import { writeFile, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uploadsSweptBefore } from '../../miniprogram/domain/evidence/evidence';
import { deleteFiles, storeFile } from '../_shared/storage';
import { removeUploads, uploadsBetween } from '../evidence/evidence-repository';
import { inBatches } from './in-batches';

/** Any file's id begins with the environment's bucket, which a function is told nowhere else. */
const MARK = 'sweep/last-run.txt';

/** `cloud://env.bucket/`: leaves a note of when it ran last, and learns the bucket by it. */
const storeRoot = async (at: string): Promise<string> => {
  const note = path.join(tmpdir(), randomUUID());
  try {
    await writeFile(note, at);
    return (await storeFile(MARK, note)).slice(0, -MARK.length);
  } finally {
    await rm(note, { force: true });
  }
};

/** Announced uploads whose time is over: what of them became evidence was copied. @returns how many files */
export const sweepUploads = async (at: string): Promise<number> => {
  const root = await storeRoot(at);
  let swept = 0;
  await inBatches(async (after) => {
    const announced = await uploadsBetween(after, uploadsSweptBefore(at));
    const files = announced.flatMap(({ paths }) => paths.map((each) => root + each));
    const left = await deleteFiles(files);
    const done = announced.filter(({ paths }) => !paths.some((each) => left.has(root + each)));
    if (done.length > 0) await removeUploads(done.map(({ _id }) => _id));
    swept += files.length - left.size;
    return announced.at(-1)?.at;
  });
  return swept;
};
