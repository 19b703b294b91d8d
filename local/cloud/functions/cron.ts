import { Cron } from 'croner';

/** Timers run by Beijing time, whatever the machine's zone. */
const ZONE = 'Asia/Shanghai';
const FIELDS = 7;

const parse = (expression: string): Cron => {
  if (expression.trim().split(/\s+/).length !== FIELDS) throw new Error(`应有七段：${expression}`);
  // Never started: it only tells when. A day and a weekday together mean either, as on the service.
  return new Cron(expression, { timezone: ZONE, paused: true, domAndDow: false });
};

/** @throws Error for what is no cron expression of seven fields */
export const requireCron = (expression: string): void => {
  try {
    parse(expression);
  } catch (error) {
    throw new Error(`定时表达式不对（${(error as Error).message}）`);
  }
};

/** The first moment after `from` (ms since 1970), or undefined when there is none. */
export const nextRun = (expression: string, from: number): number | undefined =>
  parse(expression).nextRun(new Date(from))?.getTime();
