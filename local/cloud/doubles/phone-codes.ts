import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';

/** WeChat's own rule: a code serves once, within five minutes. */
const CODE_LIFE_MS = 5 * 60 * 1000;

/** Double of WeChat's phone number verification: codes for numbers, each good once. */
export interface PhoneCodes {
  readonly issue: (phone: string) => string;
  /** @returns undefined for a code that is unknown, used or too old */
  readonly redeem: (code: string) => string | undefined;
}

export const createPhoneCodes = (now: Clock): PhoneCodes => {
  const issued = new Map<string, { phone: string; endsAt: number }>();
  return {
    issue: (phone) => {
      for (const [code, { endsAt }] of issued) if (endsAt <= now()) issued.delete(code);
      const code = randomBytes(24).toString('hex');
      issued.set(code, { phone, endsAt: now() + CODE_LIFE_MS });
      return code;
    },
    redeem: (code) => {
      const entry = issued.get(code);
      issued.delete(code);
      return entry && entry.endsAt > now() ? entry.phone : undefined;
    },
  };
};
