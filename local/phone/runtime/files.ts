/**
 * Files of this phone: what was taken or picked, under WeChat's wxfile:// paths. They live as long as the page;
 * what must survive is uploaded.
 */
const files = new Map<string, { readonly blob: Blob; readonly address: string }>();
let count = 0;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
};

/** @returns the temporary path */
export const keepFile = (blob: Blob): string => {
  count += 1;
  const path = `wxfile://tmp_${Date.now().toString(36)}_${count}.${EXTENSIONS[blob.type] ?? 'bin'}`;
  files.set(path, { blob, address: URL.createObjectURL(blob) });
  return path;
};

export const fileOf = (path: string): Blob | undefined => files.get(path)?.blob;

/** What an <img> can open: a file of this phone, of the mini program's package, or of the network. */
export const fileAddress = (source: string): string => files.get(source)?.address ?? source;
