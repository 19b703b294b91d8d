/** A phone without a screen: what its canvas is told, and how large the files it writes are said to be. */
interface Fake {
  readonly done: string[];
  readonly qualities: number[];
  /** KB of the next files. */
  sizes: number[];
}

interface Photo {
  /** As the canvas gets it. */
  readonly width: number;
  readonly height: number;
  /** As getImageInfo tells it: without the turn. */
  readonly info: { readonly width: number; readonly height: number; readonly orientation: string };
}

const fakeWx = (photo: Photo): Fake => {
  const fake: Fake = { done: [], qualities: [], sizes: [100] };
  const note =
    (name: string) =>
    (...values: number[]) =>
      void fake.done.push(`${name} ${values.map((value) => Math.round(value * 100) / 100).join(' ')}`);
  const context = {
    save: () => undefined,
    restore: () => undefined,
    fillRect: note('fill'),
    translate: note('move'),
    rotate: note('turn'),
    drawImage: (_: object, ...box: number[]) => note('draw')(...box),
  };
  const image = {
    ...photo,
    onload: () => undefined,
    set src(_: string) {
      setImmediate(() => image.onload());
    },
  };
  const canvas = { width: 1, height: 1, getContext: () => context, createImage: () => image };
  Object.assign(globalThis, {
    wx: {
      createOffscreenCanvas: () => canvas,
      getImageInfo: () => Promise.resolve(photo.info),
      canvasToTempFilePath: ({ quality }: { quality: number }) => {
        fake.qualities.push(quality);
        return Promise.resolve({ tempFilePath: `tmp/${quality}` });
      },
      getFileSystemManager: () => ({
        getFileInfo: ({ success }: { success: (info: { size: number }) => void }) =>
          success({ size: (fake.sizes.shift() ?? 0) * 1024 }),
      }),
    },
  });
  return fake;
};

/** The module keeps one canvas for as long as it is loaded. */
const shownCopy = async (): Promise<object> => {
  let made: object = {};
  await jest.isolateModulesAsync(async () => {
    const { shownCopy: make } = await import('../../miniprogram/pages/shown-copy');
    made = await make({ path: 'tmp/photo.jpg', drawing: { marks: [] }, watermark: [] });
  });
  return made;
};

const info = (width: number, height: number, orientation: string) => ({ width, height, orientation });

test('the quality falls until the copy is small enough, and no further', async () => {
  const fake = fakeWx({ width: 4000, height: 3000, info: info(4000, 3000, 'up') });
  fake.sizes = [300, 251, 250, 100];
  expect(await shownCopy()).toEqual({ path: 'tmp/0.6', width: 1365, height: 1024, bytes: 256_000 });
  expect(fake.qualities).toEqual([0.8, 0.7, 0.6]);
});

test('a picture that stays large is sent at the last quality', async () => {
  const fake = fakeWx({ width: 4000, height: 3000, info: info(4000, 3000, 'up') });
  fake.sizes = [900, 800, 700, 600];
  expect(await shownCopy()).toMatchObject({ path: 'tmp/0.5', bytes: 614_400 });
});

test('a phone that does not turn pictures: the copy turns it', async () => {
  // Held upright, the camera writes 4000 × 3000 and “a quarter to the right”.
  const fake = fakeWx({ width: 4000, height: 3000, info: info(4000, 3000, 'right') });
  expect(await shownCopy()).toMatchObject({ width: 1024, height: 1365 });
  expect(fake.done).toEqual([
    'fill 0 0 1024 1365',
    'move 512 682.5',
    'turn 1.57',
    // Before it is turned the picture lies: 1365 wide.
    'draw -682.5 -512 1365 1024',
  ]);
});

test('a quarter to the left is three to the right', async () => {
  const fake = fakeWx({ width: 4000, height: 3000, info: info(4000, 3000, 'left') });
  await shownCopy();
  expect(fake.done).toContain('turn 4.71');
});

test('a phone that has turned it already: the copy does not turn it again', async () => {
  const fake = fakeWx({ width: 3000, height: 4000, info: info(4000, 3000, 'right') });
  expect(await shownCopy()).toMatchObject({ width: 1024, height: 1365 });
  expect(fake.done.slice(1)).toEqual(['move 512 682.5', 'turn 0', 'draw -512 -682.5 1024 1365']);
});

test('a picture of nothing is told as unreadable', async () => {
  fakeWx({ width: 0, height: 0, info: info(0, 0, 'up') });
  await expect(shownCopy()).rejects.toThrow('这张照片打不开，请重新拍摄或另选一张');
});
