import { openFile } from '../../files';
import { postToCloud } from './gateway';

type Target = string | ArrayBuffer | { readonly type: 'filePath'; readonly filePath: string };

/** wx.cloud.CDN: stands in a call's data for something large; the function gets an address in its place. */
export class CdnContent {
  readonly target: Target;

  constructor(target: Target) {
    this.target = target;
  }
}

const blobOf = async ({ target }: CdnContent): Promise<Blob> => {
  if (typeof target === 'string' || target instanceof ArrayBuffer) return new Blob([target]);
  return openFile(target.filePath);
};

/** Works with and without `new`, as the documentation shows both. */
export const createCdn = function (this: unknown, target: Target): CdnContent {
  return new CdnContent(target);
};

/** The data with every CDN content uploaded and replaced. */
export const withAddresses = async (value: unknown): Promise<unknown> => {
  if (value instanceof CdnContent) return (await postToCloud('cdn', await blobOf(value)))['url'];
  if (Array.isArray(value)) return Promise.all(value.map(withAddresses));
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).map(async ([key, each]) => [key, await withAddresses(each)] as const);
  return Object.fromEntries(await Promise.all(entries));
};
