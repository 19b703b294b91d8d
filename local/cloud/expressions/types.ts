import type { Options } from 'mingo/types';

/** An operator of an expression as mingo calls it; what it gives is a plain value, `undefined` for none. */
export type Expression = (document: unknown, operand: unknown, options: Options) => unknown;
