import { evaluate } from '../../local/cloud/expressions';
import { parseDocument, stringify } from '../../local/cloud/values/ejson';

/** 2026-11-23 01:05:06.007 in 海南: a Monday, day 327 of its year, week 47 from Sundays, ISO week 48. */
const NIGHT = { $date: '2026-11-22T17:05:06.007Z' };
/** A Sunday that belongs to the last ISO week of 2026; day 3 of 2027, the first Sunday. */
const NEW_YEAR = { $date: '2027-01-03T04:00:00Z' };

const DOCUMENT = {
  n: 7,
  half: -1.7,
  text: '工程质量',
  word: 'Abc',
  list: [3, 'x', 1],
  none: null,
  zero: 0,
  empty: '',
  object: { b: 2, a: 1 },
  at: NIGHT,
  sunday: NEW_YEAR,
};

const answer = (expression: unknown): unknown => {
  const { value } = parseDocument(JSON.stringify({ value: expression }));
  const result = evaluate(value ?? null, parseDocument(JSON.stringify(DOCUMENT)));
  return (JSON.parse(stringify({ value: result })) as { value: unknown }).value;
};
const inHainan = (date: string) => ({ date, timezone: 'Asia/Shanghai' });

describe('expressions, where a common implementation differs from the manual', () => {
  test.each<[string, unknown, boolean | number]>([
    ['a text is greater than a number', { $gt: ['$word', 5] }, true],
    ['null is less than a number', { $lt: ['$none', 1] }, true],
    ['a missing field is less than null', { $lt: ['$missing', null] }, true],
    ['a missing field is not null', { $eq: ['$missing', null] }, false],
    ['a missing field is a missing field', { $eq: ['$missing', '$gone'] }, true],
    ['the order of keys counts', { $eq: ['$object', { $literal: { a: 1, b: 2 } }] }, false],
    ['the same keys in the same order', { $eq: ['$object', { $literal: { b: 2, a: 1 } }] }, true],
    ['not null is not a missing field', { $ne: ['$none', '$missing'] }, true],
    ['at least itself', { $gte: ['$n', 7] }, true],
    ['at most itself', { $lte: ['$n', 7] }, true],
    ['a number is before a text', { $cmp: ['$n', '$word'] }, -1],
    ['a date is after everything else here', { $cmp: ['$at', '$list'] }, 1],
    ['size of a field in a list of one', { $size: ['$list'] }, 3],
    ['truncation without places', { $trunc: '$half' }, -1],
    ['rounding without places', { $round: '$half' }, -2],
    ['an index by code points', { $indexOfCP: ['$text', '质'] }, 2],
    ['no such part', { $indexOfCP: ['$text', '安'] }, -1],
    ['length by code points', { $strLenCP: '$text' }, 4],
    ['length in bytes', { $strLenBytes: '$text' }, 12],
    ['an empty text is true', { $not: ['$empty'] }, false],
    ['zero is false', { $not: '$zero' }, true],
    ['year', { $year: '$at' }, 2026],
    ['month', { $month: '$at' }, 11],
    ['the day in its zone', { $dayOfMonth: inHainan('$at') }, 23],
    ['the day of the year', { $dayOfYear: inHainan('$at') }, 327],
    ['Sunday is day 1', { $dayOfWeek: '$sunday' }, 1],
    ['Sunday is ISO day 7', { $isoDayOfWeek: '$sunday' }, 7],
    ['weeks begin on Sunday', { $week: inHainan('$at') }, 47],
    ['the first Sunday begins week 1', { $week: '$sunday' }, 1],
    ['ISO week', { $isoWeek: inHainan('$at') }, 48],
    ['the last ISO week of a long year', { $isoWeek: '$sunday' }, 53],
    ['a day of January in the old ISO year', { $isoWeekYear: '$sunday' }, 2026],
    ['hour, also by offset', { $hour: { date: '$at', timezone: '+08:00' } }, 1],
    ['minute', { $minute: '$at' }, 5],
    ['second', { $second: '$at' }, 6],
    ['millisecond', { $millisecond: '$at' }, 7],
  ])('%s', (_name, expression, expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  test.each<[string, unknown, unknown]>([
    ['upper case of nothing is an empty text', { $toUpper: '$missing' }, ''],
    ['lower case', { $toLower: ['$word'] }, 'abc'],
    ['the year of no date is null', { $year: '$missing' }, null],
    ['no date written is null', { $dateToString: { date: '$missing', format: '%Y' } }, null],
    ['no date written as asked', { $dateToString: { date: '$none', format: '%Y', onNull: '—' } }, '—'],
    ['the standard form in UTC', { $dateToString: { date: '$at' } }, '2026-11-22T17:05:06.007Z'],
    ['the standard form in a zone', { $dateToString: inHainan('$at') }, '2026-11-23T01:05:06.007'],
    [
      'every specifier',
      { $dateToString: { ...inHainan('$at'), format: '%Y/%m/%d %H:%M:%S.%L %j %w %u %U %V %G %z %Z 100%%' } },
      '2026/11/23 01:05:06.007 327 2 1 47 48 2026 +0800 +480 100%',
    ],
    [
      'a switch with its default',
      { $switch: { branches: [{ case: false, then: 1 }], default: '其他' } },
      '其他',
    ],
    ['the largest of a list, by type', { $max: '$list' }, 'x'],
    ['a list of pairs becomes an object', { $arrayToObject: [[{ k: 'a', v: '甲' }]] }, { a: '甲' }],
  ])('%s', (_name, expression, expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    ['size of nothing', { $size: '$missing' }, 'must be an array'],
    ['size of a number', { $size: '$n' }, 'must be an array'],
    ['a switch without a way out', { $switch: { branches: [{ case: false, then: 1 }] } }, 'no default'],
    ['an unknown operator', { $nothing: 1 }, '$nothing'],
    ['code', { $function: { body: 'return 1', args: [], lang: 'js' } }, 'function'],
    ['a format that is none', { $dateToString: { date: '$at', format: '%Q' } }, '%Q'],
    ['the year of a text', { $year: '$word' }, 'date'],
    ['division by zero', { $divide: [1, 0] }, 'zero'],
  ])('%s is refused', (_name, expression, message) => {
    expect(() => answer(expression)).toThrow(message);
  });
});
