import cloud from 'wx-server-sdk';
import { now } from '../_shared/clock';
import { writeHeads } from './write-heads';

/** Every night: the heads of the days that have ended. What one night does not come to the next one does. */
export const main = async () => {
  if (cloud.getWXContext().SOURCE !== 'wx_trigger') throw new Error('only the timer writes heads');
  return { heads: await writeHeads(now()) };
};
