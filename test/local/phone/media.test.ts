import { makePhoto } from '../../support/phone';
import { Bench, errMsgOf, type Answer, type BenchPhone } from './bench';

/** wx pictures, videos, documents and canvases, with the browser's fake camera. */
let bench: Bench;
let phone: BenchPhone;
let photo: Buffer;

beforeAll(async () => {
  bench = await Bench.start(true);
  photo = await makePhoto(bench.browser, '#b71c1c');
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

interface Media {
  readonly tempFilePath: string;
  readonly size: number;
  readonly fileType: string;
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  readonly thumbTempFilePath: string;
}

const mediaOf = (answer: Answer): Media[] => answer.ok?.['tempFiles'] as Media[];

const jpeg = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: photo });

const infoOf = async (src: string) => (await phone.call('getImageInfo', { src })).ok;

describe('chooseMedia', () => {
  test('refuses what is out of WeChat’s bounds', async () => {
    const bad = async (options: object, what: string): Promise<void> =>
      expect(await phone.call('chooseMedia', options)).toEqual({
        fail: { errMsg: `chooseMedia:fail parameter error: ${what}`, errno: 1001 },
      });
    await bad({ count: 21 }, 'count should be between 1 and 20');
    await bad({ count: 0 }, 'count should be between 1 and 20');
    await bad({ maxDuration: 2 }, 'maxDuration should be between 3 and 60');
    await bad({ maxDuration: 61 }, 'maxDuration should be between 3 and 60');
    await bad({ mediaType: ['audio'] }, 'invalid mediaType audio');
    await bad({ sourceType: [] }, 'invalid sourceType');
    await bad({ sizeType: ['tiny'] }, 'invalid sizeType tiny');
  });

  test('asks for the privacy guide once, and where from; going back is a cancel', async () => {
    const refused = phone.call('chooseMedia');
    await phone.tap('不同意');
    expect((await refused).fail).toEqual({
      errMsg: 'chooseMedia:fail privacy permission is not authorized',
      errno: 104,
    });
    // Within ten seconds WeChat asks no more: it fails in silence.
    expect(await errMsgOf(phone.call('chooseMedia'))).toBe(
      'chooseMedia:fail privacy permission is not authorized',
    );
    await phone.reload();
    const answer = phone.call('chooseMedia');
    await phone.agree();
    await phone.tap('取消');
    expect(await errMsgOf(answer)).toBe('chooseMedia:fail cancel');
  });

  test('takes pictures from the album as they are, no more than asked, or compressed', async () => {
    const answer = phone.call('chooseMedia', { count: 2, mediaType: ['image'] });
    await phone.pick(() => phone.tap('从手机相册选择'), [jpeg('a.jpg'), jpeg('b.jpg'), jpeg('c.jpg')]);
    const files = mediaOf(await answer);
    expect(files).toHaveLength(2);
    expect(files[0]).toMatchObject({ size: photo.length, fileType: 'image' });
    expect(files[0]?.tempFilePath).toMatch(/^wxfile:\/\/tmp_\w+\.jpg$/);
    const { data } = (
      await phone.call('fs.readFile', { filePath: files[0]?.tempFilePath, encoding: 'base64' })
    ).ok as { data: string };
    expect(Buffer.from(data, 'base64').equals(photo)).toBe(true);

    const single = await phone.askPicking(
      'chooseMedia',
      { count: 1, sourceType: ['album'], sizeType: ['compressed'] },
      [jpeg('a.jpg')],
    );
    const [compressed] = mediaOf(single);
    expect(await infoOf(compressed?.tempFilePath ?? '')).toMatchObject({
      width: 640,
      height: 480,
      type: 'jpeg',
    });
  });

  test('takes a picture and a video with the browser’s camera', async () => {
    const picture = phone.call('chooseMedia', { mediaType: ['image'], sourceType: ['camera'] });
    await phone.tap('拍照');
    const [taken] = mediaOf(await picture);
    expect(taken?.fileType).toBe('image');
    expect(Number((await infoOf(taken?.tempFilePath ?? ''))?.['width'])).toBeGreaterThan(0);

    const film = phone.call('chooseMedia', { mediaType: ['video'], sourceType: ['camera'], maxDuration: 3 });
    await phone.tap('录像');
    await phone.page.getByText('停止').waitFor();
    // Nobody presses 停止: after three seconds it ends by itself.
    const answer = await film;
    const [filmed] = mediaOf(answer);
    expect(answer.ok?.['type']).toBe('video');
    expect(filmed?.fileType).toBe('video');
    expect(filmed?.duration).toBeGreaterThan(2);
    expect(filmed?.duration).toBeLessThan(6);
    expect(await infoOf(filmed?.thumbTempFilePath ?? '')).toMatchObject({
      width: filmed?.width,
      height: filmed?.height,
      type: 'jpeg',
    });

    const single = phone.call('chooseVideo', { sourceType: ['camera'] });
    await phone.tap('录像');
    await phone.tap('停止');
    expect((await single).ok).toMatchObject({
      tempFilePath: expect.stringMatching(/^wxfile:/) as string,
      width: filmed?.width,
    });

    const back = phone.call('chooseMedia', { mediaType: ['image'], sourceType: ['camera'] });
    await phone.page.getByText('拍照', { exact: true }).waitFor();
    await phone.page.getByLabel('关闭').tap();
    expect(await errMsgOf(back)).toBe('chooseMedia:fail cancel');
  });
});

test('chooseMessageFile gives names and extensions, at most 100', async () => {
  const answer = await phone.askPicking('chooseMessageFile', { count: 3, type: 'file', extension: ['pdf'] }, [
    { name: '整改报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
  ]);
  const [file] = answer.ok?.['tempFiles'] as {
    name: string;
    path: string;
    size: number;
    type: string;
  }[];
  expect(file).toMatchObject({ name: '整改报告.pdf', size: 8, type: 'file' });
  expect(file?.path).toMatch(/\.pdf$/);
  expect(await errMsgOf(phone.call('chooseMessageFile', { count: 101 }))).toBe(
    'chooseMessageFile:fail parameter error: count should be between 0 and 100',
  );
});

const photoPath = async (): Promise<string> => {
  const answer = await phone.askPicking('chooseImage', { count: 1, sourceType: ['album'] }, [jpeg('a.jpg')]);
  return (answer.ok?.['tempFilePaths'] as string[])[0] ?? '';
};

test('compressImage makes pictures smaller', async () => {
  const src = await photoPath();
  const { ok } = await phone.call('compressImage', { src, quality: 20, compressedWidth: 320 });
  expect(await infoOf(String(ok?.['tempFilePath']))).toMatchObject({ width: 320, height: 240, type: 'jpeg' });
  expect(await errMsgOf(phone.call('compressImage', { src, quality: 101 }))).toBe(
    'compressImage:fail parameter error: quality should be between 0 and 100',
  );
  expect(await errMsgOf(phone.call('getImageInfo', { src: 'wxfile://tmp_gone.jpg' }))).toBe(
    'getImageInfo:fail no such file or directory wxfile://tmp_gone.jpg',
  );
});

test('previewImage and previewMedia show one after the other and close by a tap', async () => {
  const src = await photoPath();
  const preview = phone.page.getByRole('dialog', { name: '预览' });
  expect((await phone.call('previewImage', { urls: [src, src], current: src })).ok).toBeDefined();
  await preview.getByText('1 / 2').waitFor();
  await preview.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await preview.tap({ position: { x: 20, y: 300 } });
  await preview.waitFor({ state: 'detached' });
  await phone.call('previewMedia', { sources: [{ url: src }, { url: src, type: 'video' }], current: 1 });
  await preview.locator('video').waitFor();
  await preview.tap({ position: { x: 20, y: 20 } });
  expect(await errMsgOf(phone.call('previewImage', { urls: [] }))).toBe('previewImage:fail urls is empty');
});

test('saving to the album asks for its scope; a refusal is never asked again', async () => {
  const filePath = await photoPath();
  const refused = phone.call('saveImageToPhotosAlbum', { filePath });
  await phone.tap('拒绝');
  const deny = { errMsg: 'saveImageToPhotosAlbum:fail auth deny', errno: 103 };
  expect((await refused).fail).toEqual(deny);
  expect((await phone.call('saveImageToPhotosAlbum', { filePath })).fail).toEqual(deny);
  expect((await phone.call('getSetting')).ok?.['authSetting']).toEqual({ 'scope.writePhotosAlbum': false });
  await phone.tapAsking('openSetting');
  await phone.page.getByRole('switch', { name: '添加到相册' }).check();
  await phone.page.getByLabel('关闭').tap();
  expect((await phone.answer()).ok?.['authSetting']).toEqual({ 'scope.writePhotosAlbum': true });
  const download = phone.page.waitForEvent('download');
  expect((await phone.call('saveImageToPhotosAlbum', { filePath })).ok).toBeDefined();
  expect((await download).suggestedFilename()).toMatch(/\.jpg$/);
});

test('openDocument opens what is here and of a known type', async () => {
  await phone.now('fs.writeFileSync', 'wxfile://usr/notice.docx', 'x');
  expect((await phone.call('openDocument', { filePath: 'wxfile://usr/notice.docx' })).ok).toBeDefined();
  await phone.page.getByRole('dialog', { name: 'notice.docx' }).waitFor();
  await phone.page.getByLabel('关闭').tap();
  await phone.now('fs.writeFileSync', 'wxfile://usr/notice.txt', 'x');
  expect(await errMsgOf(phone.call('openDocument', { filePath: 'wxfile://usr/notice.txt' }))).toBe(
    'openDocument:fail filetype not supported',
  );
  expect(await errMsgOf(phone.call('openDocument', { filePath: 'wxfile://usr/none.pdf' }))).toBe(
    'openDocument:fail no such file or directory wxfile://usr/none.pdf',
  );
  expect(await errMsgOf(phone.call('openDocument', { filePath: 'https://example.invalid/a.pdf' }))).toBe(
    "openDocument:fail file doesn't exist",
  );
});

test('a canvas over 1365 px a side makes no bitmap', async () => {
  const exported = (width: number, height: number, more: object = {}): Promise<string> =>
    phone.page.evaluate(
      async ([w, h, options]) => {
        const { wx } = globalThis as unknown as {
          wx: { canvasToTempFilePath: (options: object) => Promise<{ errMsg: string }> };
        };
        const canvas = document.createElement('canvas');
        canvas.width = w;
        canvas.height = h;
        return wx.canvasToTempFilePath({ canvas, ...options }).then(
          ({ errMsg }) => errMsg,
          (error: { errMsg: string }) => error.errMsg,
        );
      },
      [width, height, more] as const,
    );
  expect(await exported(1365, 1365)).toBe('canvasToTempFilePath:ok');
  expect(await exported(1366, 10)).toBe('canvasToTempFilePath:fail:create bitmap failed');
  expect(await exported(10, 1366)).toBe('canvasToTempFilePath:fail:create bitmap failed');
  expect(await exported(10, 10, { destWidth: 1366 })).toBe('canvasToTempFilePath:fail:create bitmap failed');
  expect(await exported(10, 10, { fileType: 'gif' })).toBe(
    'canvasToTempFilePath:fail parameter error: invalid fileType gif',
  );
});
