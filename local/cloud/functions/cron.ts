import { Cron } from 'croner';

/** Timers run by Beijing time, whatever the machine's zone. */
const ZONE = 'Asia/Shanghai';

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Instead of numbers, the first for the least. */
  readonly words: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** 定时触发器, Cron 表达式: seven fields, of which each may hold `, - * /` and nothing else. */
const FIELDS: readonly Field[] = [
  { name: '秒', least: 0, most: 59, words: [] },
  { name: '分钟', least: 0, most: 59, words: [] },
  { name: '小时', least: 0, most: 23, words: [] },
  { name: '日', least: 1, most: 31, words: [] },
  { name: '月', least: 1, most: 12, words: MONTHS },
  { name: '星期', least: 0, most: 6, words: WEEKDAYS },
  { name: '年', least: 1970, most: 2099, words: [] },
];

const valueOf = (text: string, { least, most, words }: Field): number | undefined => {
  const value = words.includes(text)
    ? words.indexOf(text) + least
    : /^\d{1,4}$/.test(text)
      ? Number(text)
      : -1;
  return value >= least && value <= most ? value : undefined;
};

/** `*`, `a` or `a-b`, each also with `/step`; `1/10` is every tenth from the first on. */
const isPart = (part: string, field: Field): boolean => {
  const [range = '', step, ...rest] = part.split('/');
  if (
    rest.length > 0 ||
    (step !== undefined && !(/^\d{1,4}$/.test(step) && Number(step) >= 1 && Number(step) <= field.most))
  )
    return false;
  if (range === '*') return true;
  const [from = '', to, ...more] = range.split('-');
  const [first, last] = [valueOf(from, field), valueOf(to ?? from, field)];
  return more.length === 0 && first !== undefined && last !== undefined && first <= last;
};

const requireField = (text: string, field: Field): void => {
  if (text.split(',').every((part) => isPart(part, field))) return;
  const words = field.words.length > 0 ? `或 ${field.words.join('、')}` : '';
  throw new Error(
    `“${field.name}”一段应为 ${field.least} 至 ${field.most} 的整数${words}，可用 , - * /，现为 ${text}`,
  );
};

/** `a/step` as croner takes it: with the end of its range. */
const withEnd = (text: string, field: Field): string =>
  text.replace(/(^|,)(\w+)\/(\d+)/g, (_part, before: string, from: string, step: string) => {
    return `${before}${valueOf(from, field) ?? from}-${field.most}/${step}`;
  });

const textsOf = (expression: string): string[] => expression.trim().split(/\s+/);

// Never started: it only tells when. A day and a weekday together mean either, as on the service.
const parse = (expression: string): Cron => {
  const texts = textsOf(expression);
  const pattern = FIELDS.map((field, index) => withEnd(texts[index] ?? '', field)).join(' ');
  return new Cron(pattern, { timezone: ZONE, paused: true, domAndDow: false });
};

/** @throws Error in Chinese for what the service does not take */
export const requireCron = (expression: string): void => {
  try {
    const texts = textsOf(expression);
    if (texts.length !== FIELDS.length) throw new Error(`应有七段：${expression}`);
    for (const [index, field] of FIELDS.entries()) requireField(texts[index] ?? '', field);
    parse(expression);
  } catch (error) {
    throw new Error(`定时表达式不对（${(error as Error).message}）`);
  }
};

/** The first moment after `from` (ms since 1970), or undefined when there is none. */
export const nextRun = (expression: string, from: number): number | undefined =>
  parse(expression).nextRun(new Date(from))?.getTime();
