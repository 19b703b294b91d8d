/**
 * What MongoDB's manual says of comparison, queries and orders, written down a second time and as plainly as
 * possible: what matcher, planner and indexes together are held against.
 */
export type Scalar = null | number | string | boolean | Date;
export type Content = Scalar | Content[] | { [key: string]: Content };
export type Query = { [key: string]: Content };
type Found = Content | undefined;

const ORDER_OF_TYPES = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date'];
const typeOf = (value: Found): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : typeof value;
};

const compareNumbers = (a: number, b: number): number => {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : Number(a > b);
};

/** BSON's order: by type, then within it; NaN before every number, texts by the bytes of UTF-8. */
export const compare = (a: Found, b: Found): number => {
  const types = ORDER_OF_TYPES.indexOf(typeOf(a)) - ORDER_OF_TYPES.indexOf(typeOf(b));
  if (types !== 0) return types;
  if (a === null || a === undefined || b === null || b === undefined) return 0;
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  if (Array.isArray(a)) return compareLists(a, b as Content[]);
  if (typeof a === 'object' && !(a instanceof Date)) {
    const [left, right] = [Object.entries(a), Object.entries(b as Query)];
    const asLists = (entries: [string, Content][]): Content[][] =>
      entries.map(([key, value]) => [ORDER_OF_TYPES.indexOf(typeOf(value)), key, value]);
    return compareLists(asLists(left), asLists(right));
  }
  return compareNumbers(Number(a), Number(b));
};

const compareLists = (a: Content[], b: Content[]): number => {
  for (let position = 0; position < Math.min(a.length, b.length); position += 1) {
    const order = compare(a[position], b[position]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

const reach = (value: Found, keys: readonly string[]): Found[] => {
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  if (Array.isArray(value)) {
    return value.filter((item) => typeOf(item) === 'object').flatMap((item) => reach(item, keys));
  }
  return typeOf(value) === 'object' ? reach((value as Query)[key], rest) : [undefined];
};

/** A list counts as itself and as each of its elements. */
const opened = (values: readonly Found[]): Found[] =>
  values.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]));

const COMPARISONS: Record<string, (order: number) => boolean> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

/** @param values what the path reaches, lists not opened */
const holds = (values: readonly Found[], operator: string, operand: Content): boolean => {
  switch (operator) {
    case '$eq':
      return opened(values).some((value) => compare(value, operand) === 0);
    case '$ne':
      return !holds(values, '$eq', operand);
    case '$in':
      return (operand as Content[]).some((each) => holds(values, '$eq', each));
    case '$nin':
      return !holds(values, '$in', operand);
    case '$all':
      return (
        (operand as Content[]).length > 0 &&
        (operand as Content[]).every((each) => holds(values, '$eq', each))
      );
    case '$size':
      return values.some((value) => Array.isArray(value) && value.length === operand);
    case '$exists':
      return values.some((value) => value !== undefined) === operand;
    case '$not':
      return !answersCondition(values, operand as Query);
    case '$elemMatch':
      return values.some(
        (value) => Array.isArray(value) && value.some((item) => isMet(item, operand as Query)),
      );
    default:
      return opened(values).some((value) => {
        if (typeOf(value) !== typeOf(operand)) return false;
        // NaN is equal to itself, neither greater nor less than anything.
        if (Number.isNaN(value) !== Number.isNaN(operand) && typeof value === 'number') return false;
        return COMPARISONS[operator]?.(compare(value, operand)) === true;
      });
  }
};

/** Of $elemMatch: operators speak of the element, names of the fields of a document. */
const isMet = (item: Content, query: Query): boolean => {
  const isOfValue = Object.keys(query).some((key) => key.startsWith('$'));
  return isOfValue
    ? answersCondition([item], query)
    : typeOf(item) === 'object' && answers(item as Query, query);
};

const answersCondition = (values: readonly Found[], condition: Query): boolean =>
  Object.entries(condition).every(([operator, operand]) => holds(values, operator, operand));

export const answers = (document: Query, query: Query): boolean =>
  Object.entries(query).every(([key, condition]) => {
    const parts = condition as Query[];
    if (key === '$and') return parts.every((part) => answers(document, part));
    if (key === '$or') return parts.some((part) => answers(document, part));
    if (key === '$nor') return !parts.some((part) => answers(document, part));
    return answersCondition(reach(document, key.split('.')), condition as Query);
  });

/** An empty list is less than everything, and has no value of its own to be found by here. */
const EMPTY = Symbol('empty list');
export type SortKey = Found | typeof EMPTY;

export const compareKeys = (a: SortKey, b: SortKey): number =>
  a === EMPTY || b === EMPTY ? Number(a !== EMPTY) - Number(b !== EMPTY) : compare(a, b);

const elements = (document: Query, path: string): SortKey[] => {
  const values = reach(document, path.split('.')).flatMap((value): SortKey[] => {
    if (!Array.isArray(value)) return [value ?? null];
    return value.length > 0 ? value : [EMPTY];
  });
  return values.length > 0 ? values : [null];
};

/** Of a list its smallest element going up, its largest going down. */
export const sortKey = (document: Query, path: string, direction: number): SortKey =>
  elements(document, path).sort((a, b) => direction * compareKeys(a, b))[0];

/** Whether two documents would have one key in a unique index on the path. */
export const shareKey = (a: Query, b: Query, path: string): boolean =>
  elements(a, path).some((mine) => elements(b, path).some((other) => compareKeys(mine, other) === 0));

const listsOn = (value: Found, keys: readonly string[], at = ''): string[] => {
  const [key, ...rest] = keys;
  if (Array.isArray(value)) {
    return [
      at,
      ...value.filter((item) => typeOf(item) === 'object').flatMap((item) => listsOn(item, keys, at)),
    ];
  }
  if (key === undefined || typeOf(value) !== 'object') return [];
  return listsOn((value as Query)[key], rest, `${at}.${key}`);
};

/** Whether two paths of an index lead into lists of which neither is in the other. */
export const hasParallelLists = (document: Query, paths: readonly string[]): boolean =>
  paths.some((path) => {
    const mine = listsOn(document, path.split('.'));
    return paths.some((other) => {
      const theirs = listsOn(document, other.split('.'));
      return mine.some((each) => !theirs.includes(each)) && theirs.some((each) => !mine.includes(each));
    });
  });
