import { createHash } from 'node:crypto';
import { Bench, type BenchPhone } from './bench';

/** wx storage and files: what survives, what does not, and WeChat's bounds with WeChat's words. */
let bench: Bench;
let phone: BenchPhone;

beforeAll(async () => {
  bench = await Bench.start();
  phone = await bench.open();
});
afterAll(() => bench.stop());

const USR = 'wxfile://usr';
const KB = 1024;
const failText = async (answer: Promise<{ fail?: { errMsg: string } }>): Promise<string | undefined> =>
  (await answer).fail?.errMsg;

describe('storage', () => {
  test('answers at once and by callbacks and promises, and survives the end of the program', async () => {
    const value = { list: [1, null, '二'], at: { deep: true } };
    expect(await phone.now('setStorageSync', 'a', value)).toEqual({});
    expect(await phone.now('getStorageSync', 'a')).toEqual({ ok: value });
    expect(await phone.now('getStorageSync', 'nothing')).toEqual({ ok: '' });
    for (const name of ['getStorageSync', 'removeStorageSync']) {
      expect((await phone.now(name)).fail?.errMsg).toBe(
        `${name}:fail parameter error: parameter.key should be String instead of Undefined;`,
      );
    }
    expect(await phone.call('setStorage', { key: 'b', data: '乙' })).toEqual({
      ok: { errMsg: 'setStorage:ok' },
    });
    expect(await phone.ask('getStorage', { key: 'b' })).toEqual({
      ok: { data: '乙', errMsg: 'getStorage:ok' },
    });
    // Closed in the same moment: no time to write behind.
    await phone.page.evaluate(() => {
      (
        globalThis as unknown as { wx: { setStorageSync: (key: string, data: unknown) => void } }
      ).wx.setStorageSync('last', '最后一笔');
      location.reload();
    });
    await phone.ready();
    expect(await phone.now('getStorageSync', 'last')).toEqual({ ok: '最后一笔' });
    expect(await phone.now('getStorageSync', 'a')).toEqual({ ok: value });
    expect(await phone.call('removeStorage', { key: 'b' })).toEqual({ ok: { errMsg: 'removeStorage:ok' } });
    expect(await failText(phone.call('getStorage', { key: 'b' }))).toBe('getStorage:fail data not found');
    await phone.now('removeStorageSync', 'a');
    await phone.reload();
    const { ok } = await phone.call('getStorageInfo');
    expect(ok).toEqual({ keys: ['last'], currentSize: 1, limitSize: 10240, errMsg: 'getStorageInfo:ok' });
    expect(await phone.now('getStorageInfoSync')).toEqual({
      ok: { keys: ['last'], currentSize: 1, limitSize: 10240 },
    });
  });

  test('encrypted data is read only with encrypt', async () => {
    await phone.call('setStorage', { key: 's', data: '密', encrypt: true });
    expect(await failText(phone.call('getStorage', { key: 's' }))).toBe('getStorage:fail data not found');
    expect((await phone.call('getStorage', { key: 's', encrypt: true })).ok).toMatchObject({ data: '密' });
  });

  test('a Date stays a Date, NaN a number; further in they are what JSON makes of them', async () => {
    // 只支持原生类型、Date、及能够通过 JSON.stringify 序列化的对象.
    await phone.page.evaluate(() => {
      const { wx } = globalThis as unknown as {
        wx: { setStorageSync: (key: string, data: unknown) => void };
      };
      wx.setStorageSync('when', new Date(86_400_000));
      wx.setStorageSync('nan', NaN);
      wx.setStorageSync('inner', { when: new Date(86_400_000), count: NaN });
      wx.setStorageSync('work', () => 1);
    });
    await phone.reload();
    const read = await phone.page.evaluate(() => {
      const { wx } = globalThis as unknown as { wx: { getStorageSync: (key: string) => unknown } };
      const when = wx.getStorageSync('when');
      return {
        when: when instanceof Date && when.getTime(),
        nan: String(wx.getStorageSync('nan')),
        inner: wx.getStorageSync('inner'),
        work: wx.getStorageSync('work'),
      };
    });
    expect(read).toEqual({
      when: 86_400_000,
      nan: 'NaN',
      inner: { when: '1970-01-02T00:00:00.000Z', count: null },
      work: '',
    });
    for (const key of ['when', 'nan', 'inner', 'work']) await phone.now('removeStorageSync', key);
  });

  test('one key takes 1 MB and not a byte more', async () => {
    // JSON puts two quotation marks around a text.
    const most = 'x'.repeat(KB * KB - 2);
    expect(await phone.now('setStorageSync', 'k', most)).toEqual({});
    expect(await failText(phone.now('setStorageSync', 'k', `${most}x`))).toBe(
      'setStorageSync:fail entry size limit reached',
    );
    expect(await failText(phone.call('setStorage', { key: 'k', data: `${most}x` }))).toBe(
      'setStorage:fail entry size limit reached',
    );
    // A Chinese character is three bytes.
    expect(await failText(phone.now('setStorageSync', 'k', '质'.repeat(350_000)))).toBe(
      'setStorageSync:fail entry size limit reached',
    );
  });

  test('all keys together take 10 MB; what does not fit changes nothing', async () => {
    await phone.now('clearStorageSync');
    const piece = 'y'.repeat(1000 * KB);
    for (let at = 0; at < 10; at += 1) expect(await phone.now('setStorageSync', `p${at}`, piece)).toEqual({});
    expect(await failText(phone.now('setStorageSync', 'more', piece))).toBe(
      'setStorageSync:fail exceed storage max size 10Mb',
    );
    expect(await phone.now('getStorageSync', 'more')).toEqual({ ok: '' });
    expect(await phone.call('clearStorage')).toEqual({ ok: { errMsg: 'clearStorage:ok' } });
    expect(await phone.now('getStorageSync', 'p0')).toEqual({ ok: '' });
  });

  test('a key that is no text is refused in WeChat’s words', async () => {
    expect(await phone.call('setStorage', { key: 1, data: 1 })).toEqual({
      fail: {
        errMsg: 'setStorage:fail parameter error: parameter.key should be String instead of Number;',
        errno: 1001,
      },
    });
  });

  test('two people on one browser share nothing', async () => {
    await phone.now('setStorageSync', 'mine', 1);
    await phone.page.goto(`${bench.url}/?as=19000000101`);
    await phone.ready();
    expect(await phone.now('getStorageSync', 'mine')).toEqual({ ok: '' });
    await phone.page.goto(`${bench.url}/?as=19000000103`);
    await phone.ready();
    expect(await phone.now('getStorageSync', 'mine')).toEqual({ ok: 1 });
  });
});

describe('files', () => {
  const at = (name: string): string => `${USR}/${name}`;

  test('are written and read in every encoding, in part, and survive', async () => {
    expect(
      await phone.call('fs.writeFile', { filePath: at('a.txt'), data: '质安ab', encoding: 'utf8' }),
    ).toEqual({
      ok: { errMsg: 'writeFile:ok' },
    });
    await phone.reload();
    const read = async (more: object): Promise<unknown> =>
      (await phone.call('fs.readFile', { filePath: at('a.txt'), ...more })).ok?.['data'];
    // UTF-8 of 质安ab: e8 b4 a8 e5 ae 89 61 62.
    expect(await read({})).toEqual({ bytes: [0xe8, 0xb4, 0xa8, 0xe5, 0xae, 0x89, 0x61, 0x62] });
    expect(await read({ encoding: 'utf-8' })).toBe('质安ab');
    expect(await read({ encoding: 'base64' })).toBe('6LSo5a6JYWI=');
    expect(await read({ encoding: 'hex' })).toBe('e8b4a8e5ae896162');
    expect(await read({ encoding: 'ascii', position: 6 })).toBe('ab');
    expect(await read({ encoding: 'utf8', position: 3, length: 4 })).toBe('安a');
    expect((await phone.now('fs.readFileSync', at('a.txt'), 'utf8', 6, 1)).ok).toBe('a');
    await phone.now('fs.writeFileSync', at('b.bin'), '6LSo', 'base64');
    expect((await phone.now('fs.readFileSync', at('b.bin'), 'utf8')).ok).toBe('质');
    await phone.now('fs.writeFileSync', at('c.bin'), '质', 'ucs2');
    // 质 is U+8D28, low byte first.
    expect((await phone.now('fs.readFileSync', at('c.bin'))).ok).toEqual({ bytes: [0x28, 0x8d] });
    await phone.call('fs.appendFile', { filePath: at('a.txt'), data: '!' });
    await phone.now('fs.appendFileSync', at('a.txt'), '3f', 'hex');
    expect((await phone.now('fs.readFileSync', at('a.txt'), 'utf8')).ok).toBe('质安ab!?');
  });

  test('tell what is wrong with WeChat’s numbers', async () => {
    const fails = async (answer: Promise<{ fail?: object }>, errno: number, errMsg: string): Promise<void> =>
      expect((await answer).fail).toMatchObject({ errno, errMsg });
    const none = at('none.txt');
    await fails(
      phone.call('fs.readFile', { filePath: none }),
      1300002,
      `readFile:fail no such file or directory ${none}`,
    );
    await fails(
      phone.now('fs.readFileSync', none),
      1300002,
      `readFileSync:fail no such file or directory ${none}`,
    );
    await fails(
      phone.call('fs.access', { path: none }),
      1300002,
      `access:fail no such file or directory ${none}`,
    );
    await fails(
      phone.call('fs.unlink', { filePath: none }),
      1300002,
      `unlink:fail no such file or directory ${none}`,
    );
    await fails(
      phone.call('fs.readFile', { filePath: USR }),
      1301003,
      `readFile:fail illegal operation on a directory ${USR}`,
    );
    await fails(
      phone.call('fs.readFile', { filePath: at('a.txt'), position: 99 }),
      1301009,
      'readFile:fail value of position is out of range',
    );
    await fails(
      phone.call('fs.readFile', { filePath: at('a.txt'), length: 99 }),
      1301006,
      'readFile:fail value of length is out of range',
    );
    await fails(
      phone.call('fs.writeFile', { filePath: 'wxfile://tmp_x.txt', data: '' }),
      1300013,
      'writeFile:fail permission denied wxfile://tmp_x.txt',
    );
    await fails(
      phone.call('fs.writeFile', { filePath: 'pages/x.txt', data: '' }),
      1301004,
      'writeFile:fail illegal operation on a package directory pages/x.txt',
    );
    const deep = at('no/where.txt');
    await fails(
      phone.call('fs.writeFile', { filePath: deep, data: '' }),
      1300002,
      `writeFile:fail no such file or directory ${deep}`,
    );
    await fails(
      phone.call('fs.writeFile', { filePath: at('d.txt'), data: '***', encoding: 'base64' }),
      1300203,
      'writeFile:fail base64 encode error',
    );
    await fails(
      phone.call('fs.readFile', { filePath: at('a.txt'), encoding: 'gbk' }),
      1001,
      'readFile:fail parameter error: invalid encoding gbk',
    );
  });

  test('stand in directories that are made, listed, renamed and removed', async () => {
    expect((await phone.call('fs.mkdir', { dirPath: at('x/y'), recursive: false })).fail?.errno).toBe(
      1300002,
    );
    expect((await phone.call('fs.mkdir', { dirPath: at('x/y'), recursive: true })).ok).toBeDefined();
    expect((await phone.call('fs.mkdir', { dirPath: at('x') })).fail).toMatchObject({
      errno: 1301005,
      errMsg: `mkdir:fail file already exists ${at('x')}`,
    });
    await phone.now('fs.writeFileSync', at('x/y/one.txt'), '1');
    await phone.call('fs.copyFile', { srcPath: at('x/y/one.txt'), destPath: at('x/two.txt') });
    expect((await phone.call('fs.readdir', { dirPath: at('x') })).ok?.['files']).toEqual(['two.txt', 'y']);
    expect((await phone.now('fs.readdirSync', at('a.txt'))).fail?.errno).toBe(1300020);
    expect((await phone.call('fs.rename', { oldPath: at('x'), newPath: at('z') })).ok).toBeDefined();
    expect((await phone.now('fs.readFileSync', at('z/y/one.txt'), 'utf8')).ok).toBe('1');
    expect((await phone.now('fs.accessSync', at('x/two.txt'))).fail?.errno).toBe(1300002);
    expect((await phone.call('fs.stat', { path: at('z/two.txt') })).ok?.['stats']).toMatchObject({
      size: 1,
      isFile: 'function',
    });
    const { ok } = await phone.call('fs.stat', { path: at('z'), recursive: true });
    expect((ok?.['stats'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      '/',
      '/two.txt',
      '/y',
      '/y/one.txt',
    ]);
    expect((await phone.call('fs.rmdir', { dirPath: at('z') })).fail).toMatchObject({
      errno: 1300066,
      errMsg: 'rmdir:fail directory not empty',
    });
    expect((await phone.call('fs.unlink', { filePath: at('z') })).fail?.errno).toBe(1300001);
    await phone.reload();
    expect((await phone.now('fs.rmdirSync', at('z'), true)).fail).toBeUndefined();
    await phone.reload();
    expect((await phone.now('fs.accessSync', at('z/y/one.txt'))).fail?.errno).toBe(1300002);
  });

  test('are copied, renamed and measured at once too', async () => {
    await phone.now('fs.writeFileSync', at('first.txt'), 'abc', 'utf8');
    await phone.now('fs.copyFileSync', at('first.txt'), at('second.txt'));
    await phone.now('fs.renameSync', at('second.txt'), at('third.txt'));
    expect((await phone.now('fs.readFileSync', at('third.txt'), 'utf8')).ok).toBe('abc');
    expect((await phone.now('fs.statSync', at('third.txt'))).ok).toMatchObject({ size: 3 });
    expect((await phone.now('fs.statSync', at('second.txt'))).fail?.errMsg).toBe(
      `statSync:fail no such file or directory ${at('second.txt')}`,
    );
    await phone.now('fs.unlinkSync', at('first.txt'));
    await phone.now('fs.unlinkSync', at('third.txt'));
  });

  test('give their digests', async () => {
    const text = '海口市';
    await phone.now('fs.writeFileSync', at('d.txt'), text);
    for (const digestAlgorithm of ['md5', 'sha1']) {
      const digest = createHash(digestAlgorithm).update(text).digest('hex');
      const wanted = { size: 9, digest };
      expect(
        (await phone.call('fs.getFileInfo', { filePath: at('d.txt'), digestAlgorithm })).ok,
      ).toMatchObject(wanted);
      expect((await phone.ask('getFileInfo', { filePath: at('d.txt'), digestAlgorithm })).ok).toMatchObject(
        wanted,
      );
    }
  });

  test('that are temporary are gone after the end; saved ones stay until removed', async () => {
    const temporary = async (): Promise<string> => {
      const canvas = await phone.page.evaluate(async () => {
        const { wx } = globalThis as unknown as {
          wx: {
            createOffscreenCanvas: (options: object) => OffscreenCanvas;
            canvasToTempFilePath: (options: object) => Promise<{ tempFilePath: string }>;
          };
        };
        const made = wx.createOffscreenCanvas({ type: '2d', width: 4, height: 4 });
        made.getContext('2d')?.fillRect(0, 0, 4, 4);
        return (await wx.canvasToTempFilePath({ canvas: made })).tempFilePath;
      });
      return canvas;
    };
    const lost = await temporary();
    expect(lost).toMatch(/^wxfile:\/\/tmp_\w+\.png$/);
    const first = await temporary();
    const saved = String((await phone.call('saveFile', { tempFilePath: first })).ok?.['savedFilePath']);
    expect(saved).toMatch(/^wxfile:\/\/store_\w+\.png$/);
    // It was moved, not copied.
    expect((await phone.call('fs.access', { path: first })).fail?.errno).toBe(1300002);
    expect((await phone.call('fs.saveFile', { tempFilePath: first })).fail).toMatchObject({ errno: 1301112 });
    const own = (await phone.now('fs.saveFileSync', await temporary(), at('own.png'))).ok;
    expect(own).toBe(at('own.png'));
    await phone.reload();
    expect((await phone.call('fs.access', { path: lost })).fail?.errno).toBe(1300002);
    expect((await phone.call('fs.access', { path: saved })).ok).toBeDefined();
    expect((await phone.call('fs.access', { path: at('own.png') })).ok).toBeDefined();
    const { ok } = await phone.call('getSavedFileList');
    expect((ok?.['fileList'] as { filePath: string }[]).map(({ filePath }) => filePath)).toEqual([saved]);
    await phone.call('fs.removeSavedFile', { filePath: saved });
    expect((await phone.call('fs.getSavedFileList')).ok?.['fileList']).toEqual([]);
  });

  test('take 100 MB each and 200 MB together', async () => {
    const write = (name: string, megabytes: number, more = 0): Promise<string> =>
      phone.page.evaluate(
        ([filePath, bytes]) =>
          new Promise<string>((resolve) => {
            const { wx } = globalThis as unknown as {
              wx: { getFileSystemManager: () => { writeFile: (options: object) => void } };
            };
            wx.getFileSystemManager().writeFile({
              filePath,
              data: new ArrayBuffer(bytes),
              complete: ({ errMsg }: { errMsg: string }) => resolve(errMsg),
            });
          }),
        [at(name), megabytes * KB * KB + more] as const,
      );
    const full = 'writeFile:fail the maximum size of the file storage limit is exceeded';
    await phone.now('fs.rmdirSync', at('big'), true);
    expect(await write('m1', 100, 1)).toBe(full);
    expect(await write('m1', 100)).toBe('writeFile:ok');
    expect(await write('m2', 99)).toBe('writeFile:ok');
    expect(await write('m3', 1)).toBe(full);
    // In place of another file there is room again.
    expect(await write('m2', 1)).toBe('writeFile:ok');
    await phone.now('fs.unlinkSync', at('m1'));
    await phone.now('fs.unlinkSync', at('m2'));
  });
});

test('what the browser cannot write is told to whoever waits for it, and on the console', async () => {
  const full = await bench.open();
  const faults: string[] = [];
  full.page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await full.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  expect((await full.call('fs.writeFile', { filePath: `${USR}/a.txt`, data: 'x' })).fail).toEqual({
    errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded',
    errno: 1300202,
    errCode: 1300202,
  });
  expect(faults.join()).toContain('手机的存储没有写成（files）');
  await full.now('setStorageSync', 'a', 'x');
  await full.call('getStorage', { key: 'a' });
  expect(faults.join()).toContain('手机的存储没有写成（storage）');
  await full.close();
});
