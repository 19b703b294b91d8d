/** The environment's storage rule: where clients may read, and where they may write. Paths are prefixes. */
export interface StorageRule {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/**
 * The product's: evidence is written by whoever took it, and read through functions only; the catalogue, written
 * by administration, and the pictures of mini program codes, made by functions, are read by every phone.
 */
export const PRODUCT_RULE: StorageRule = { read: ['catalogue/', 'codes/'], write: ['evidence/'] };

/** What wx.cloud.CDN hands over: anyone may write it, the function reads it by its address. */
export const CDN_PREFIX = 'cdn/';

export const isUnder = (path: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));
