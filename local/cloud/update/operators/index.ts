import { addToSet } from './add-to-set';
import { bit } from './bit';
import { inc } from './inc';
import { max } from './max';
import { min } from './min';
import { mul } from './mul';
import { pop } from './pop';
import { pull } from './pull';
import { pullAll } from './pull-all';
import { push } from './push';
import { rename } from './rename';
import { set } from './set';
import type { UpdateOperator } from './types';
import { unset } from './unset';

/** Every update operator, one a file. */
export const UPDATE_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $addToSet: addToSet,
  $bit: bit,
  $inc: inc,
  $max: max,
  $min: min,
  $mul: mul,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $push: push,
  $rename: rename,
  $set: set,
  $unset: unset,
};
