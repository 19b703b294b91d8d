import { createHash } from 'node:crypto';
import { digestOf } from '../../miniprogram/platform/sha256';
import { chooseVideo, videoFault } from '../../miniprogram/platform/videos';

const BOUNDS = { maxSeconds: 60, maxBytes: 100 * 1024 * 1024 };

/** 2.5 MB + 1 byte: three pieces, the last of half a megabyte and a byte. */
const film = Buffer.from(Array.from({ length: 2_621_441 }, (_, at) => (at * 7) % 251));
const read: number[] = [];
interface Read {
  readonly position: number;
  readonly length: number;
  readonly success: (found: { data: ArrayBuffer }) => void;
}
const chosen = { duration: 12.4, size: film.length, tempFilePath: 'film', thumbTempFilePath: 'poster' };
let answer: () => Promise<unknown> = () => Promise.resolve({ tempFiles: [chosen] });
Object.assign(globalThis, {
  wx: {
    getFileSystemManager: () => ({
      getFileInfo: ({ success }: { success: (found: { size: number }) => void }) =>
        success({ size: film.length }),
      readFile: ({ position, length, success }: Read) => {
        read.push(length);
        success({ data: Uint8Array.from(film.subarray(position, position + length)).buffer });
      },
    }),
    chooseMedia: () => answer(),
  },
});
const sha256 = createHash('sha256').update(film).digest('hex');

test('a file is hashed a megabyte at a time', async () => {
  expect(await digestOf('film')).toEqual({ bytes: 2_621_441, sha256 });
  expect(read).toEqual([1_048_576, 1_048_576, 524_289]);
});

test('what is too long, too large or empty is told with what to do', () => {
  expect(videoFault({ duration: 60.9, size: BOUNDS.maxBytes }, BOUNDS)).toBeNull();
  expect(videoFault({ duration: 75, size: 1000 }, BOUNDS)).toBe(
    '这段视频长 1 分 15 秒，最长 60 秒，请在相册中剪短后再选，或另录一段',
  );
  expect(videoFault({ duration: 30, size: BOUNDS.maxBytes + 1 }, BOUNDS)).toBe(
    '这段视频有 101 MB，最大 100 MB，请在相册中剪短后再选，或另录一段',
  );
  expect(videoFault({ duration: 0, size: 0 }, BOUNDS)).toBe('这段视频是空的，请重新录一段或另选一段');
});

test('a video comes with its length, its poster and the hash of its bytes', async () => {
  expect(await chooseVideo('camera', BOUNDS)).toMatchObject({
    path: 'film',
    bytes: film.length,
    sha256,
    durationMs: 12_400,
    posterPath: 'poster',
  });
});

test('turning back is no failure; a refusal and a long video are', async () => {
  answer = () => Promise.reject({ errMsg: 'chooseMedia:fail cancel' });
  expect(await chooseVideo('album', BOUNDS)).toBeNull();
  answer = () => Promise.reject({ errMsg: 'chooseMedia:fail auth deny' });
  await expect(chooseVideo('camera', BOUNDS)).rejects.toThrow('没有允许使用摄像头，不能拍照和录像');
  answer = () => Promise.resolve({ tempFiles: [{ ...chosen, duration: 61 }] });
  await expect(chooseVideo('album', BOUNDS)).rejects.toThrow('这段视频长 1 分 1 秒');
});
