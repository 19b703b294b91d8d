import cloud from 'wx-server-sdk';
import { now } from '../_shared/clock';
import { sweepEvidence } from './sweep-evidence';
import { sweepUploads } from './sweep-uploads';

/**
 * Every night: what was uploaded or confirmed and never used. Repeating it is harmless, and what one night leaves
 * undone the next one does.
 */
export const main = async () => {
  if (cloud.getWXContext().SOURCE !== 'wx_trigger') throw new Error('only the timer sweeps');
  const at = now();
  return { uploads: await sweepUploads(at), evidence: await sweepEvidence(at) };
};
