import { canonicalJson } from './canonical-json';

/** What may be wrong with a stored record or head, as whoever checks the database reads it. */
export const FAULTS = {
  'record.shape': '内容不成形，读不出来',
  'record.id': '存放的编号与记录里的编号不同',
  'record.field': '与事件推出的不同',
  'record.content': '内容与提交时的摘要不同',
  'event.none': '没有事件',
  'event.shape': '事件缺少或多出了项目',
  'event.kind': '不认识的事件种类',
  'event.previousHash': '没有接在前一个事件之后',
  'event.hash': '事件的内容与它的哈希不同',
  'head.number': '日头的序号不相连，中间少了或多了',
  'head.previousHash': '日头没有接在前一个日头之后',
  'head.hash': '日头的内容与它的哈希不同',
  'head.gone': '日头里有这条记录，数据库里没有',
  'head.shorter': '日头里的事件比记录里现有的多：后面的事件不见了',
  'head.other': '日头里这条记录的事件与现有的不同',
} as const;
export type Fault = keyof typeof FAULTS;

/** The first thing that does not hold in a record or head. */
export interface BrokenLink {
  readonly fault: Fault;
  /** Which event, from 1; null for the record itself. */
  readonly event: number | null;
  /** Which field of the record, '' for none in particular. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

const NOTHING = '（没有）';

/** A value as it is shown beside another: text as it is, anything else as canonical JSON. */
export const shown = (value: unknown): string => {
  if (value === undefined) return NOTHING;
  return typeof value === 'string' ? value : canonicalJson(value);
};

interface Difference {
  readonly event?: number;
  readonly field?: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export const brokenLink = (fault: Fault, { event, field = '', expected, found }: Difference): BrokenLink => ({
  fault,
  event: event ?? null,
  field,
  expected: shown(expected),
  found: shown(found),
});

/** A document as it was read, of whatever shape. */
export type Stored = Readonly<Record<string, unknown>>;

export const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of the fields that is not as it should be. */
export const brokenField = (record: Stored, expected: Stored): BrokenLink | null => {
  const isSame = (a: unknown, b: unknown): boolean =>
    (a === undefined) === (b === undefined) && (a === undefined || canonicalJson(a) === canonicalJson(b));
  const field = Object.keys(expected).find((each) => !isSame(expected[each], record[each]));
  if (field === undefined) return null;
  return brokenLink('record.field', { field, expected: expected[field], found: record[field] });
};
