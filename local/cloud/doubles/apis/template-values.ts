/** The table 订阅消息参数值内容限制说明 of 发送订阅消息 and the notes under it: what a value may be, by its key's type. */
type Rule = (text: string) => boolean;

/** Not one of them in any value: 不能带有换行等控制字符. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

const matches =
  (pattern: RegExp): Rule =>
  (text) =>
    pattern.test(text);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (year: number | undefined, month: number, day: number | undefined): boolean => {
  if (month < 1 || month > 12) return false;
  if (day === undefined) return true;
  const isLeap = year === undefined || new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const most = month === 2 && !isLeap ? 28 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= most;
};

/** y年m月d日, y年m月, m月d日, or the same joined by one of - / . */
const DATES: readonly RegExp[] = [
  /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月$/,
  /^(?<year>\d{4})(?<join>[-/.])(?<month>\d{1,2})\k<join>(?<day>\d{1,2})$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
];

const isDate: Rule = (text) =>
  DATES.some((pattern) => {
    const { year, month, day } = pattern.exec(text)?.groups ?? {};
    const number = (part: string | undefined): number | undefined =>
      part === undefined ? undefined : Number(part);
    return month !== undefined && isDay(number(year), Number(month), number(day));
  });

/** HH:MM or HH:MM:SS, of 24 hours. */
const isTime: Rule = matches(/^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);

/** A date and a time, of which the one that is not wanted may be left out; a space between them, or none after 日. */
const isMoment =
  (wanted: 'date' | 'time'): Rule =>
  (text) => {
    const [, date, time] = /^(.*?)(?: |(?<=日))?(\d{1,2}:\d{2}(?::\d{2})?)$/.exec(text) ?? [undefined, text];
    if (time === undefined) return wanted === 'date' && isDate(text);
    return isTime(time) && (date === '' ? wanted === 'time' : isDate(date ?? ''));
  };

/** One moment, or two joined by ~. */
const isSpan =
  (wanted: 'date' | 'time'): Rule =>
  (text) => {
    const moments = text.split('~');
    return moments.length <= 2 && moments.every(isMoment(wanted));
  };

const RULES: Readonly<Record<string, Rule>> = {
  thing: matches(/^.{1,20}$/su),
  number: matches(/^-?(?=[\d.]{1,32}$)\d+(\.\d+)?$/),
  letter: matches(/^[A-Za-z]{1,32}$/),
  symbol: matches(/^[^\p{L}\p{N}\s]{1,5}$/u),
  character_string: matches(/^[\x21-\x7e]{1,32}$/),
  time: isSpan('time'),
  date: isSpan('date'),
  amount: matches(/^[^\d\s]?\d{1,10}(\.\d{1,2})?元?$/u),
  phone_number: matches(/^[\d+\-#*() ]{1,17}$/),
  // The first and the last may be Chinese, the others are letters and digits.
  car_number: matches(/^(?=.{1,8}$)[\p{Script=Han}A-Za-z\d][A-Za-z\d]*[\p{Script=Han}A-Za-z\d]?$/u),
  name: matches(/^(\p{Script=Han}{1,10}|[A-Za-z\p{P} ]{1,20}|[\p{Script=Han}A-Za-z·]{1,10})$/u),
  phrase: matches(/^\p{Script=Han}{1,5}$/u),
  // Which values there are is in the template's own settings: any short text is taken.
  enum: matches(/^.{1,20}$/su),
  enum_string: matches(/^.{1,20}$/su),
};

/** Whether a template takes the value under the key: its type and a number, e.g. thing1. */
export const isTemplateValue = (key: string, value: unknown): boolean => {
  const [, type] = /^([a-z_]+?)\d+$/.exec(key) ?? [];
  const rule = type !== undefined && Object.hasOwn(RULES, type) ? RULES[type] : undefined;
  if (!rule || (typeof value !== 'string' && typeof value !== 'number')) return false;
  const text = String(value);
  return !CONTROL.test(text) && rule(text);
};
