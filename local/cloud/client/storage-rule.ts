/** The environment's storage rule: where clients may read, and where they may write. Paths are prefixes. */
export interface StorageRule {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/**
/**
 * The product's, as cloudfunctions/storage-rule.json has it for the service: phones write uploads, each person over
 * their own only; what is kept as evidence stands elsewhere, written and read through functions; the catalogue is
 * written by administration, the pictures of mini program codes by functions, and every phone reads both.
 */
export const PRODUCT_RULE: StorageRule = { read: ['catalogue/', 'codes/'], write: ['uploads/'] };

/** What wx.cloud.CDN hands over: anyone may write it, the function reads it by its address. */
export const CDN_PREFIX = 'cdn/';

export const isUnder = (path: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));
