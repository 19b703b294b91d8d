import { encodeValue } from './encode';
import type { Value } from './value';

/** Distinct values by BSON's equality (numbers by value, the order of keys counts); one look-up whatever its size. */
export class ValueSet {
  /** JavaScript's Set holds NaN equal to itself and -0 to 0, as BSON does. */
  private readonly plain = new Set<Value>();
  private readonly encoded = new Set<string>();

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.add(value);
  }

  get size(): number {
    return this.plain.size + this.encoded.size;
  }

  has(value: Value): boolean {
    return isPlain(value) ? this.plain.has(value) : this.encoded.has(codeOf(value));
  }

  /** @returns whether it was not there before */
  add(value: Value): boolean {
    const before = this.size;
    if (isPlain(value)) this.plain.add(value);
    else this.encoded.add(codeOf(value));
    return this.size > before;
  }
}

const isPlain = (value: Value): boolean => typeof value !== 'object' || value === null;

const codeOf = (value: Value): string => encodeValue(value).toString('latin1');
