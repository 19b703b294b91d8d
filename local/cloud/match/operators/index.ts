import { all } from './all';
import { elemMatch } from './elem-match';
import { eq } from './eq';
import { exists } from './exists';
import { geoIntersects, geoWithin, nearSphere } from './geo';
import { gt } from './gt';
import { gte } from './gte';
import { inList } from './in';
import { lt } from './lt';
import { lte } from './lte';
import { mod } from './mod';
import { ne } from './ne';
import { nin } from './nin';
import { not } from './not';
import { options, regex } from './regex';
import { size } from './size';
import type { Operator } from './types';

/** Every operator of a condition, one a file. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  $all: all,
  $elemMatch: elemMatch,
  $eq: eq,
  $exists: exists,
  $geoIntersects: geoIntersects,
  $geoWithin: geoWithin,
  $near: nearSphere,
  $nearSphere: nearSphere,
  $gt: gt,
  $gte: gte,
  $in: inList,
  $lt: lt,
  $lte: lte,
  $mod: mod,
  $ne: ne,
  $nin: nin,
  $not: not,
  $options: options,
  $regex: regex,
  $size: size,
};
