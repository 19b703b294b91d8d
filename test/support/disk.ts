/** The phone's files as the program sees them: a double of wx.getFileSystemManager and wx.cloud.downloadFile alone. */
export interface Disk {
  /** path → content */
  readonly files: Map<string, Buffer>;
  /** fileID → what a download of it gives; an Error for none. */
  readonly store: Map<string, Buffer>;
  /** What was downloaded, in order. */
  readonly downloads: string[];
}

const ROOT = 'wxfile://usr';

interface Callbacks {
  readonly success?: (answer: object) => void;
  readonly fail?: (error: object) => void;
}

/** Adds to the `wx` that stands there already. */
export const bareDisk = (): Disk => {
  const disk: Disk = { files: new Map(), store: new Map(), downloads: [] };
  const answer = ({ success, fail }: Callbacks, work: () => object): void => {
    queueMicrotask(() => {
      let result: object;
      try {
        result = work();
      } catch (error) {
        fail?.({ errMsg: (error as Error).message });
        return;
      }
      success?.(result);
    });
  };
  const contentOf = (path: string): Buffer => {
    const content = disk.files.get(path);
    if (!content) throw new Error(`fail no such file or directory, open "${path}"`);
    return content;
  };
  const manager = {
    readFile: (options: Callbacks & { filePath: string; encoding?: string }) =>
      answer(options, () => {
        const content = contentOf(options.filePath);
        return { data: options.encoding ? content.toString('utf8') : new Uint8Array(content).buffer };
      }),
    readdir: (options: Callbacks) =>
      answer(options, () => ({ files: [...disk.files.keys()].map((each) => each.slice(ROOT.length + 1)) })),
    copyFile: (options: Callbacks & { srcPath: string; destPath: string }) =>
      answer(options, () => {
        disk.files.set(options.destPath, contentOf(options.srcPath));
        disk.files.delete(options.srcPath);
        return {};
      }),
    unlink: (options: Callbacks & { filePath: string }) =>
      answer(options, () => {
        contentOf(options.filePath);
        disk.files.delete(options.filePath);
        return {};
      }),
    getFileInfo: (options: Callbacks & { filePath: string }) =>
      answer(options, () => ({ size: contentOf(options.filePath).length })),
  };
  const { wx } = globalThis as unknown as { wx: { cloud: object } };
  Object.assign(wx, { env: { USER_DATA_PATH: ROOT }, getFileSystemManager: () => manager });
  Object.assign(wx.cloud, {
    downloadFile: ({ fileID }: { fileID: string }) => {
      disk.downloads.push(fileID);
      const content = disk.store.get(fileID);
      if (!content) return Promise.reject(new Error('downloadFile:fail'));
      const tempFilePath = `wxfile://tmp/${disk.downloads.length}`;
      disk.files.set(tempFilePath, content);
      return Promise.resolve({ tempFilePath });
    },
  });
  return disk;
};
