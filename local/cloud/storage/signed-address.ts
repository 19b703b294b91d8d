import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock';

export type Purpose = 'read' | 'write';

/** Addresses that open one file for one purpose until they expire. */
export interface Signer {
  /** @param lifeSeconds how long it opens */
  readonly sign: (
    purpose: Purpose,
    path: string,
    lifeSeconds: number,
  ) => { expires: number; signature: string };
  readonly isValid: (purpose: Purpose, path: string, expires: number, signature: string) => boolean;
}

export const createSigner = (secret: Buffer, now: Clock): Signer => {
  const digest = (purpose: Purpose, path: string, expires: number): string =>
    createHmac('sha256', secret).update(`${purpose}\n${expires}\n${path}`).digest('hex');
  return {
    sign: (purpose, path, lifeSeconds) => {
      const expires = Math.floor(now() / 1000) + lifeSeconds;
      return { expires, signature: digest(purpose, path, expires) };
    },
    isValid: (purpose, path, expires, signature) => {
      if (!(expires * 1000 > now())) return false;
      const wanted = Buffer.from(digest(purpose, path, expires));
      const given = Buffer.from(signature);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
};
