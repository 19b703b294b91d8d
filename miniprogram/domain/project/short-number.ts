import type { Sha256 } from '../integrity/event-chain';

/** Crockford's Base32 (crockford.com/base32.html): no I, L, O, U, which are read wrongly; five signs more for the check. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_DIGITS = `${DIGITS}*~$=U`;
const LENGTH = 10;
/** 48 bits are exact as a number; 100,000 projects meet twice with a chance of 1 in 56,000, which the index refuses. */
const HEX_DIGITS = 12;

const encoded = (value: number): string => {
  let text = '';
  for (let rest = value; text.length < LENGTH; rest = Math.floor(rest / DIGITS.length)) {
    text = `${DIGITS[rest % DIGITS.length] ?? ''}${text}`;
  }
  return text;
};

/** The value of the digits, null where one is none. */
const valueOf = (text: string): number | null => {
  let value = 0;
  for (const digit of text) {
    const place = DIGITS.indexOf(digit);
    if (place < 0) return null;
    value = value * DIGITS.length + place;
  }
  return value;
};

/**
 * A project's short number: ten digits and the check sign, which tells every wrong digit and every two that changed
 * places (modulo 37, a prime). All of its signs may stand in a mini program code's scene.
 */
export const shortNumberOf = (projectId: string, sha256: Sha256): string => {
  const value = parseInt(sha256(`project:${projectId}`).slice(0, HEX_DIGITS), 16);
  return `${encoded(value)}${CHECK_DIGITS[value % CHECK_DIGITS.length] ?? ''}`;
};

/** Whether the text is a short number as one was made: right length, right signs, right check. */
export const isShortNumber = (text: string): boolean => {
  if (text.length !== LENGTH + 1) return false;
  const value = valueOf(text.slice(0, LENGTH));
  return value !== null && CHECK_DIGITS[value % CHECK_DIGITS.length] === text[LENGTH];
};
