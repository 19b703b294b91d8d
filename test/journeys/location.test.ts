import { createHash } from 'node:crypto';
import { shortNumberOf } from '../../miniprogram/domain/project/short-number';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser, makePhoto, Phone } from '../support/phone';
import { Runtime } from '../support/runtime';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const CONTRACTOR = '19000000302';
const BUREAU = '19000000108';
const PROJECT = '滨江新城三期 A 区';
const NEAREST = '白沙门污水处理厂扩建工程';
const AT_BAISHAMEN = '&at=110.3305,20.0791';
/** A point of 海口市; 0.01° of latitude further north are 1113 m. */
const SITE = '&at=110.3540,20.0030';
const SITE_NORTH = '&at=110.3540,20.0130';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** What the board's code says, as WeChat hands it over. */
const codeOf = (shortNumber: string): string =>
  `pages/project/detail/detail?scene=${encodeURIComponent(shortNumber)}`;

const runtime = new Runtime();
let browser: Browser;
const phones: Phone[] = [];

const enter = async (holder: string, name: string, more = ''): Promise<Phone> => {
  const phone = await Phone.open(browser, runtime.url, holder, more);
  phones.push(phone);
  await phone.enter();
  await phone.see(name);
  return phone;
};

const go = async (phone: Phone, holder: string, path: string, more = ''): Promise<void> => {
  await phone.page.goto(`${runtime.url}/?as=${holder}${more}&path=${encodeURIComponent(path)}`);
};
const list = '/pages/project/list/list';
const detail = (projectId: string): string => `/pages/project/detail/detail?id=${projectId}`;

const cards = (phone: Phone): Locator =>
  phone.page.locator('[class*=project-card--name]').filter({ visible: true });
const scan = (phone: Phone): Promise<void> => phone.tapOn(phone.page.getByLabel('扫工程的码').last());

beforeAll(async () => {
  await runtime.start();
  browser = await launchBrowser();
});

afterAll(async () => {
  for (const [index, phone] of phones.entries()) await phone.screenshot(`location-${index + 1}`);
  await browser.close();
  await runtime.stop();
});

test('3.1: 工程定位 → 工程列表 → 关键字 → 封面图 → 获取/更新定位 → 提交, and once more', async () => {
  const covers = [await makePhoto(browser, '#2e7d32'), await makePhoto(browser, '#ef6c00')];
  const phone = await enter(SUPERVISOR, '陈海生', SITE);
  await phone.tap('工程定位');
  await phone.tap('工程列表');
  await phone.see('海甸大道改造工程');
  const search = phone.page.locator('input').filter({ visible: true });
  for (const keyword of ['滨江新城', '2026-0031', '琼州岩土', '滨江路 88']) {
    await search.fill(keyword);
    await search.press('Enter');
    await phone.text('海甸大道改造工程').waitFor({ state: 'detached' });
    await phone.see(PROJECT);
    await search.fill('');
    await phone.see('海甸大道改造工程');
  }
  await search.fill('滨江');
  await search.press('Enter');
  await phone.text('海甸大道改造工程').waitFor({ state: 'detached' });
  await phone.tap(PROJECT);
  await phone.see('还没有工程定位，不能导航');
  await phone.tap('工程定位');

  await phone.see('还没有定位。到达工地后点下面的按钮获取。');
  // Nothing can be submitted before there is a position.
  await expect(phone.text('提交').count()).resolves.toBe(0);
  await phone.choosePhotos(phone.page.getByLabel('上传工地现场照片'), covers.slice(0, 1));
  await phone.tap('获取/更新定位');
  await phone.tap('允许');
  await phone.see('新的定位（尚未提交）');
  for (const label of ['定位时间', '经度', '纬度', '位置']) await phone.see(label, true);
  await phone.see('110.354');
  await phone.see('20.003');
  await phone.see('海南省海口市');
  await phone.page.locator('wx-map').filter({ visible: true }).waitFor();
  await phone.tap('提交');
  await phone.see('定位记录');
  await phone.see('陈海生 定位');

  // Repeated at the other end of the town: asked, left, asked again and confirmed; the photo is replaced.
  await go(phone, SUPERVISOR, '/pages/project/locate/locate?id=pr-bj3a', SITE_NORTH);
  await phone.see('当前定位');
  await phone.choosePhotos(phone.page.getByLabel('上传工地现场照片'), covers.slice(1));
  await phone.tap('获取/更新定位');
  await phone.see('距当前定位 1.1 km，超过 500 m');
  await phone.tap('提交');
  await phone.see('距原来的定位较远');
  await phone.tap('取消');
  await phone.see('新的定位（尚未提交）');
  await phone.tap('提交');
  await phone.tap('确认提交');
  await phone.text('新的定位（尚未提交）').waitFor({ state: 'hidden' });
  await phone.see('20.013');
  await phone.text('陈海生 定位').nth(1).waitFor();
  // Exactly one cover is shown, the second.
  const cover = phone.page.locator('.cover img').filter({ visible: true });
  await expect(cover.count()).resolves.toBe(1);
  const address = (await cover.getAttribute('src')) ?? '';
  const shown = Buffer.from(await (await fetch(address)).arrayBuffer());
  expect(shown.equals(covers[1] as Buffer)).toBe(true);

  // Close by there is nothing to ask; it is measured, and saved at once.
  await go(phone, SUPERVISOR, '/pages/project/locate/locate?id=pr-bj3a', '&at=110.3540,20.0131');
  await phone.tap('获取/更新定位');
  await phone.see('距当前定位 11 m');
  await phone.tap('提交');
  await phone.text('陈海生 定位').nth(2).waitFor();
  expect(phone.faults).toEqual([]);
});

test('the list shows those near first, once the phone may tell where it is without asking', async () => {
  const [phone] = phones as [Phone];
  await go(phone, SUPERVISOR, list, AT_BAISHAMEN);
  await phone.see('附近', true);
  await expect(cards(phone).first().textContent()).resolves.toBe(NEAREST);
  await phone.see('0 m');
  await phone.see('1.3 km');
  // In the sea nothing is near, and the list stands alone.
  await go(phone, SUPERVISOR, list, '&at=114.5,15.5');
  await phone.see('海甸大道改造工程');
  await expect(phone.text('附近').count()).resolves.toBe(0);
});

test('a code on the board opens its project; an altered, a foreign and an unknown one are told as what they are', async () => {
  const [phone] = phones as [Phone];
  const right = shortNumberOf('pr-bj3a', sha256);
  const altered = `${right[0] === '0' ? '1' : '0'}${right.slice(1)}`;
  const read = async (text: string): Promise<void> => {
    await go(phone, SUPERVISOR, list, `${SITE}&scan=${encodeURIComponent(text)}`);
    await phone.see('海甸大道改造工程');
    await scan(phone);
  };
  await read(codeOf(right));
  await phone.see('监督注册号');
  await phone.see(PROJECT);
  await read('琼海监2026-0052');
  await phone.see('导航去工地');
  await phone.see(NEAREST);

  for (const [text, told] of [
    [codeOf(altered), '没有认出工程：这个码不完整或被改动过'],
    // Of 三亚: there, and not for this person.
    [codeOf(shortNumberOf('pr-syw', sha256)), '或者您无权查看，请按名称查找'],
    [codeOf('00000000150'), '没有找到“00000000150”这个工程'],
    ['pages/entry/entry?scene=st-460100', '这是进入系统的码'],
    ['https://example.com/', '没有认出工程：这不是工程的码'],
  ] as const) {
    await read(text);
    await phone.see(told);
    await expect(phone.text('三亚湾滨海公寓一期').count()).resolves.toBe(0);
    await phone.tap('知道了');
  }

  // WeChat's own scanner opens the page itself.
  await go(phone, SUPERVISOR, codeOf(right));
  await phone.see(PROJECT);
  await go(phone, SUPERVISOR, codeOf(altered));
  await phone.see('没有打开工程');
  await phone.see('没有认出工程');
  // From the home page too.
  await go(phone, SUPERVISOR, '/pages/home/home', `&scan=${encodeURIComponent(codeOf(right))}`);
  await phone.see('陈海生');
  await scan(phone);
  await phone.see('监督注册号');
  expect(phone.faults).toEqual([]);
});

test('the project page: people, the way there, records, and what each may do', async () => {
  const [phone] = phones as [Phone];
  await go(phone, SUPERVISOR, detail('pr-jdwl'), AT_BAISHAMEN);
  await phone.see('江东文旅城二标段');
  await phone.see('在监');
  await phone.see('海口市质安站');
  await phone.see('琼建示范建工集团有限公司');
  await phone.see('12 km');
  await phone.tapOn(phone.page.getByLabel('拨打电话，赵铁山'));
  await phone.tap('呼叫 19000000302');
  await phone.see('正在呼叫 19000000302');
  // The drawer's record is its supervisor's too.
  await phone.see('售楼处及样板区');
  await phone.see('监督内档');
  await phone.tapOn(phone.page.getByRole('button', { name: '导航去工地，距离 12 km' }));
  // WeChat's own page of the map.
  await phone.see('位置', true);
  await go(phone, SUPERVISOR, detail('pr-jdwl'));
  await phone.tap('3 号楼 5 层楼板');
  await phone.see('抽查部位');

  const contractor = await enter(CONTRACTOR, '赵铁山');
  await go(contractor, CONTRACTOR, detail('pr-jdwl'));
  await contractor.see('3 号楼 5 层楼板');
  await contractor.see('19000000306');
  for (const absent of ['售楼处及样板区', '监督内档', '监督上报', '工程定位']) {
    await expect(contractor.text(absent).count()).resolves.toBe(0);
  }

  const bureau = await enter(BUREAU, '符永强');
  await go(bureau, BUREAU, detail('pr-jdwl'));
  await bureau.see('190****0302');
  await bureau.see('3 号楼 5 层楼板');
  await expect(bureau.page.getByLabel(/^拨打电话/).count()).resolves.toBe(0);
  for (const absent of ['售楼处及样板区', '工地码', '监督上报']) {
    await expect(bureau.text(absent).count()).resolves.toBe(0);
  }
  expect([...phone.faults, ...contractor.faults, ...bureau.faults]).toEqual([]);
});

test('the board of the site and the poster of the station are drawn, saved, and their codes lead back', async () => {
  const [phone] = phones as [Phone];
  await go(phone, SUPERVISOR, detail('pr-bj3a'));
  await phone.tap('工地码');
  await phone.see('工地公示牌');
  const savedAfter = async (who: Phone, button: string): Promise<{ width: number; height: number }> => {
    const saving = who.page.waitForEvent('download');
    await who.page
      .getByRole('button', { name: button, exact: true })
      .filter({ visible: true })
      .and(who.page.locator(':not([disabled])'))
      .waitFor();
    await who.tap(button);
    await who.agree(who.text('允许').or(who.text('已保存到相册')));
    const allow = who.text('允许');
    if (await allow.isVisible()) await who.tapOn(allow);
    const bytes = await (await saving).createReadStream().then(async (stream) => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      return Buffer.concat(parts);
    });
    // PNG: the size stands behind the signature and the name of the first chunk.
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  };
  await expect(savedAfter(phone, '保存公示牌')).resolves.toEqual({ width: 965, height: 1365 });
  await expect(savedAfter(phone, '保存图片')).resolves.toEqual({ width: 600, height: 600 });

  const head = await enter(HEAD, '王立新');
  await head.tap('我的');
  await head.tap('入口码海报');
  await expect(savedAfter(head, '保存图片')).resolves.toEqual({ width: 965, height: 1365 });
  // The wall's code: somebody who entered before goes straight on, somebody new is asked for the number.
  await go(head, HEAD, 'pages/entry/entry?scene=st-460100');
  await head.see('王立新');
  const stranger = await Phone.open(
    browser,
    runtime.url,
    '19000009999',
    `&path=${encodeURIComponent('pages/entry/entry?scene=st-460100')}`,
  );
  phones.push(stranger);
  await stranger.see('手机号快捷进入');
  for (const each of [phone, head, stranger]) expect(each.faults).toEqual([]);
});
