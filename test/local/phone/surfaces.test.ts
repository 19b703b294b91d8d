import type { Locator } from 'playwright-core';
import QRCode from 'qrcode';
import { dragFinger } from '../../support/finger';
import { makePhoto } from '../../support/phone';
import { Bench, type Answer, type BenchPhone } from './bench';

/** WeChat's own surfaces over the program, worked by a finger and by the mouse of a desk. */
let bench: Bench;
let photo: Buffer;
beforeAll(async () => {
  bench = await Bench.start();
  photo = await makePhoto(bench.browser, '#0a57c2');
});
afterAll(() => bench.stop());

describe.each(['touch', 'mouse'] as const)('by %s', (hand) => {
  let phone: BenchPhone;
  beforeAll(async () => {
    phone = await bench.open('', { viewport: { width: 1200, height: 860 }, hasTouch: hand === 'touch' });
  });
  afterAll(() => phone.close());

  const press = (target: Locator): Promise<void> => (hand === 'touch' ? target.tap() : target.click());
  const button = (name: string): Locator =>
    phone.page.locator('.phone-screen').getByRole('button', { name, exact: true });
  const choose = async (answer: Promise<Answer>, name: string): Promise<Answer> => {
    await press(button(name));
    return answer;
  };

  test('a modal', async () => {
    expect((await choose(phone.call('showModal', { title: '问' }), '确定')).ok).toMatchObject({
      confirm: true,
    });
    expect((await choose(phone.call('showModal', { title: '问' }), '取消')).ok).toMatchObject({
      cancel: true,
    });
    // What is below is not reached: the modal stays until it is answered.
    const open = phone.call('showModal', { title: '问' });
    await press(phone.page.locator('.phone-mask'));
    expect((await choose(open, '确定')).ok).toMatchObject({ confirm: true });
  });

  test('an action sheet: an item, its 取消, and the dark above it', async () => {
    const sheet = (): Promise<Answer> => phone.call('showActionSheet', { itemList: ['一', '二'] });
    expect((await choose(sheet(), '二')).ok).toMatchObject({ tapIndex: 1 });
    const cancelled = { errMsg: 'showActionSheet:fail cancel' };
    expect((await choose(sheet(), '取消')).fail).toEqual(cancelled);
    const open = sheet();
    const mask = phone.page.locator('.phone-mask-bottom');
    await (hand === 'touch'
      ? mask.tap({ position: { x: 100, y: 60 } })
      : mask.click({ position: { x: 100, y: 60 } }));
    expect((await open).fail).toEqual(cancelled);
  });

  test('the privacy guide, then the sheet of a scope', async () => {
    const declined = phone.call('getLocation', { type: 'gcj02' });
    expect((await choose(declined, '不同意')).fail).toMatchObject({ errno: 104 });
    await phone.reload();
    const refused = phone.call('getLocation', { type: 'gcj02' });
    await press(button('同意'));
    expect((await choose(refused, '拒绝')).fail).toMatchObject({ errno: 103 });
    // What was refused is allowed in the settings.
    await phone.page.evaluate(() => {
      const { getCurrentPages } = globalThis as unknown as {
        getCurrentPages: () => { next: (name: string, options: object) => void }[];
      };
      getCurrentPages()[0]?.next('openSetting', {});
    });
    await press(phone.page.locator('.asked'));
    await press(phone.page.getByRole('switch', { name: '位置信息', exact: true }));
    await press(phone.page.getByLabel('关闭'));
    expect((await phone.call('getLocation', { type: 'gcj02' })).ok).toBeDefined();
  });

  test('the scanner: typed, and left', async () => {
    const scanned = phone.call('scanCode');
    await phone.page.getByLabel('码里的文字').fill('ZJ-7');
    expect((await choose(scanned, '读到它')).ok).toMatchObject({ result: 'ZJ-7' });
    const left = phone.call('scanCode');
    await press(phone.page.getByLabel('关闭'));
    expect((await left).fail).toEqual({ errMsg: 'scanCode:fail cancel' });
  });

  test('the chooser of a place: a point of the map, and left', async () => {
    const chosen = phone.call('chooseLocation', { longitude: 110.2, latitude: 20.04 });
    const dialog = phone.page.getByRole('dialog', { name: '选择位置' });
    await dialog.waitFor();
    const map = dialog.locator('svg').first();
    const box = await map.boundingBox();
    if (!box) throw new Error('no map');
    // South-west of the middle: another place than the one it opened at.
    const position = { x: box.width * 0.4, y: box.height * 0.7 };
    await (hand === 'touch' ? map.tap({ position }) : map.click({ position }));
    const { ok } = await choose(chosen, '完成');
    expect(Number(ok?.['latitude'])).toBeLessThan(20);
    expect(Number(ok?.['longitude'])).toBeLessThan(110.2);
    const left = phone.call('chooseLocation');
    await press(phone.page.getByLabel('关闭'));
    expect((await left).fail).toEqual({ errMsg: 'chooseLocation:fail cancel' });
  });

  test('pictures: turned, and closed', async () => {
    await phone.now('fs.writeFileSync', 'wxfile://usr/a.jpg', photo.toString('base64'), 'base64');
    const url = 'wxfile://usr/a.jpg';
    await phone.call('previewImage', { urls: [url, url] });
    const preview = phone.page.getByRole('dialog', { name: '预览' });
    await preview.getByText('1 / 2').waitFor();
    const box = await preview.boundingBox();
    if (!box) throw new Error('no preview');
    const [y, from, to] = [box.y + box.height / 2, box.x + box.width * 0.8, box.x + box.width * 0.2];
    if (hand === 'mouse') {
      await phone.page.mouse.move(from, y);
      await phone.page.mouse.down();
      await phone.page.mouse.move(to, y, { steps: 4 });
      await phone.page.mouse.up();
    } else {
      const shares = [0.75, 0.5, 0.25, 0];
      await dragFinger(
        phone.page,
        { x: from, y },
        shares.map((share) => ({ x: to + (from - to) * share, y })),
      );
    }
    await preview.getByText('2 / 2').waitFor();
    await press(preview);
    await preview.waitFor({ state: 'detached' });
  });

  /** Asks from the handler of a real tap, as some interfaces want. */
  const pressAsking = async (name: string, options: object): Promise<void> => {
    await phone.page.evaluate(
      ([asked, given]) => {
        const { getCurrentPages } = globalThis as unknown as {
          getCurrentPages: () => { next: (name: string, options: object) => void }[];
        };
        getCurrentPages()[0]?.next(asked, given);
      },
      [name, options] as const,
    );
    await press(phone.page.locator('.asked'));
  };
  const setData = (data: object): Promise<void> =>
    phone.page.evaluate((given) => {
      const { getCurrentPages } = globalThis as unknown as {
        getCurrentPages: () => { setData: (data: object) => void }[];
      };
      getCurrentPages()[0]?.setData(given);
    }, data);
  /** Once the page was told of it, and no sooner. */
  const told = async (who: string, what: string): Promise<void> => {
    await phone.page.waitForFunction(
      ([name, type]) => {
        const { getCurrentPages } = globalThis as unknown as {
          getCurrentPages: () => { events?: [string, string][] }[];
        };
        return getCurrentPages()[0]?.events?.some(([teller, event]) => teller === name && event === type);
      },
      [who, what] as const,
    );
  };
  const closed = async (name: string): Promise<void> => {
    await press(phone.page.getByLabel('关闭'));
    await phone.page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
  };

  test('the sheet of subscription messages: one of two is left out', async () => {
    const tmplIds = ['reminder-template', 'deadline-template'];
    await pressAsking('requestSubscribeMessage', { tmplIds });
    await press(phone.page.getByText('deadline-template'));
    await press(button('允许'));
    expect((await phone.answer()).ok).toMatchObject({
      'reminder-template': 'accept',
      'deadline-template': 'reject',
    });
  });

  test('a call: made, and not made', async () => {
    const call = (): Promise<Answer> => phone.call('makePhoneCall', { phoneNumber: '12345' });
    expect((await choose(call(), '呼叫 12345')).ok).toBeDefined();
    expect((await choose(call(), '取消')).fail).toEqual({ errMsg: 'makePhoneCall:fail cancel' });
  });

  test('a document and a place: shown, and closed', async () => {
    await phone.now('fs.writeFileSync', 'wxfile://usr/notice.docx', 'a');
    await phone.call('openDocument', { filePath: 'wxfile://usr/notice.docx' });
    await closed('notice.docx');
    await phone.call('openLocation', { longitude: 110.2, latitude: 20.04, name: '工地大门' });
    await closed('工地大门');
  });

  test('the scanner reads a picture of the album', async () => {
    const buffer = await QRCode.toBuffer('ZJ-8', { width: 300 });
    const scanned = phone.call('scanCode');
    await phone.pick(() => press(button('相册')), [{ name: 'q.png', mimeType: 'image/png', buffer }]);
    expect((await scanned).ok).toMatchObject({ result: 'ZJ-8' });
  });

  test('album or camera: a picture of the one, a picture and a film of the other', async () => {
    await press(phone.page.getByRole('button', { name: '替身' }));
    const media = (mediaType: string): Promise<Answer> =>
      phone.call('chooseMedia', { count: 1, mediaType: [mediaType] });
    const chosen = media('image');
    await phone.pick(
      () => press(button('从手机相册选择')),
      [{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo }],
    );
    expect((await chosen).ok).toMatchObject({ tempFiles: [{ fileType: 'image' }] });
    const taken = media('image');
    await press(button('拍摄'));
    expect((await choose(taken, '拍照')).ok).toMatchObject({ tempFiles: [{ fileType: 'image' }] });
    const filmed = media('video');
    await press(button('拍摄'));
    await press(button('录像'));
    expect((await choose(filmed, '停止')).ok).toMatchObject({ tempFiles: [{ fileType: 'video' }] });
  });

  test('a video is played by its own controls; a camera shows what it sees', async () => {
    await phone.writeFilm('wxfile://usr/film.webm');
    await setData({ film: 'wxfile://usr/film.webm' });
    await told('film', 'loadedmetadata');
    const video = phone.page.locator('#film video');
    const box = await video.boundingBox();
    if (!box) throw new Error('no video');
    // The button of the browser's own controls: lower left, over the line of time.
    const position = { x: 24, y: box.height - 48 };
    await (hand === 'touch' ? video.tap({ position }) : video.click({ position }));
    await told('film', 'play');
    await told('film', 'ended');
    await setData({ film: '', isFilming: true });
    await press(button('允许'));
    await told('camera', 'initdone');
    await phone.page.locator('#camera video').waitFor();
  });
});
