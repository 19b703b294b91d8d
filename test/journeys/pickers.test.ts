import type { Browser } from 'playwright-core';
import { launchBrowser, Phone } from '../support/phone';
import { Runtime } from '../support/runtime';

const SUPERVISOR = '19000000103';
const REPORT = '&path=/pages/inspection/report/report';
const AT_BAISHAMEN = '&at=110.3305,20.0791';
const NEAREST = '白沙门污水处理厂扩建工程';
const SCAN = '扫工程的码';

const runtime = new Runtime();
let browser: Browser;
let phone: Phone;
/** Requests for the catalogue's file, on all pages of this phone. */
const files: string[] = [];

beforeAll(async () => {
  await runtime.start();
  browser = await launchBrowser();
  phone = await Phone.open(browser, runtime.url, SUPERVISOR, AT_BAISHAMEN);
  phone.page.on('request', (request) => {
    if (request.url().includes('/catalogue/')) files.push(request.url());
  });
  await phone.enter();
  await phone.see('陈海生');
});

afterAll(async () => {
  await phone.screenshot('pickers');
  await browser.close();
  await runtime.stop();
});

const openReport = async (more = ''): Promise<void> => {
  await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}${AT_BAISHAMEN}${REPORT}${more}`);
  await phone.see('抽查部位');
};
const chosenProject = () => phone.page.getByRole('button').filter({ hasText: '工程名称' });

/** Where the position is allowed already, the nearest project stands there without a tap. */
const isProposed = (name: string) =>
  chosenProject().filter({ hasText: name }).filter({ hasText: '离您最近' }).waitFor();

test('a project is chosen by standing beside it, by its code, and from those chosen lately', async () => {
  await openReport();
  await phone.tap('工程名称');
  await phone.tap('附近');
  await phone.agree(phone.text('允许'));
  await phone.tap('允许');
  await phone.see('0 m');
  await phone.tap(NEAREST);
  await chosenProject().filter({ hasText: NEAREST }).waitFor();

  // Somebody's leaflet, then the site's board.
  await openReport('&scan=https://example.com/');
  await phone.tap('工程名称');
  await phone.tapOn(phone.page.getByLabel(SCAN));
  await phone.see('没有认出工程');
  await openReport(`&scan=${encodeURIComponent('监督注册号 琼海监2026-0031')}`);
  await phone.tap('工程名称');
  await phone.tapOn(phone.page.getByLabel(SCAN));
  await chosenProject().filter({ hasText: '滨江新城三期 A 区' }).waitFor();

  // Of the station, but another's: seen in 工程列表, not reported on.
  await openReport(`&scan=${encodeURIComponent('琼海监2026-0047')}`);
  await phone.tap('工程名称');
  await phone.tapOn(phone.page.getByLabel(SCAN));
  await phone.see('“海甸大道改造工程”不由您监督，不能在这里选择');
  await phone.tap('知道了');

  await phone.tap('最近');
  await phone.text('0 m').waitFor({ state: 'hidden' });
  const names = phone.page.locator('[class*=project-picker--name]').filter({ visible: true });
  await expect(names.allTextContents()).resolves.toEqual(['滨江新城三期 A 区', NEAREST]);
});

test('the catalogue is fetched once; afterwards it opens without a network, with what was used before', async () => {
  await openReport();
  await isProposed(NEAREST);
  await phone.tap('标准规范及违法违规行为');
  await phone.tap('钢筋');
  await phone.tapOn(phone.page.getByRole('checkbox').filter({ hasText: '受力钢筋牌号' }));
  await phone.tap('确定（1 条）');
  await phone.see('已选 1 条');
  expect(files).toHaveLength(1);

  await openReport();
  await isProposed(NEAREST);
  await phone.tap('标准规范及违法违规行为');
  await phone.see('市场与质量行为');
  expect(files).toHaveLength(1);

  await openReport('&net=off');
  await phone.tap('标准规范及违法违规行为');
  await phone.tap('常用');
  await phone.see('最近使用');
  await phone.see('受力钢筋牌号');
});

test('what is found is split into the two selections when it is asked for', async () => {
  await openReport();
  await isProposed(NEAREST);
  await phone.tap('标准规范及违法违规行为');
  await phone.page.locator('[aria-placeholder*="首字母"]').fill('未');
  const notes = phone.page.getByRole('checkbox').getByText(/^(标准术语|违法违规行为) · /);
  const kinds = async () => new Set((await notes.allTextContents()).map((note) => note.split(' · ')[0]));
  const filter = (name: string) => phone.page.getByRole('radio', { name, exact: true });
  await notes.first().waitFor();
  await phone.tapOn(filter('违法违规行为'));
  await expect(kinds()).resolves.toEqual(new Set(['违法违规行为']));
  await phone.tapOn(filter('标准规范'));
  await expect(kinds()).resolves.toEqual(new Set(['标准术语']));
  expect(phone.faults).toEqual([]);
});

test('a long list of terms draws at most forty rows, wherever it is scrolled to', async () => {
  await openReport();
  await isProposed(NEAREST);
  await phone.tap('标准规范及违法违规行为');
  await phone.page.locator('[aria-placeholder*="首字母"]').fill('s');
  await phone.see('查找结果');
  const rows = phone.page.getByRole('checkbox');
  const list = phone.page.locator('[class*=catalogue-picker--list]').filter({ visible: true });
  const scrollTo = (share: number) =>
    list.evaluate((element, part) => {
      const scroller = [element, ...element.querySelectorAll('*')].find(
        (each) =>
          each.scrollHeight > each.clientHeight + 100 && getComputedStyle(each).overflowY !== 'visible',
      );
      if (scroller) scroller.scrollTop = scroller.scrollHeight * part;
    }, share);
  const first = await rows.first().textContent();
  for (const share of [0, 0.3, 0.6, 1]) {
    await scrollTo(share);
    if (share > 0) await rows.filter({ hasText: first ?? '' }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBeGreaterThan(3);
    expect(await rows.count()).toBeLessThanOrEqual(40);
  }
  // Another list begins at its beginning.
  await phone.page.locator('[aria-placeholder*="首字母"]').fill('s s');
  await rows.filter({ hasText: first ?? '' }).waitFor();
  expect(phone.faults).toEqual([]);
});

test('home shows the projects opened lately without asking, and those near only when asked for', async () => {
  const goHome = async (more: string) => {
    await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}${more}&path=/pages/home/home`);
    await phone.see('陈海生');
  };
  // Chosen for reports in the tests above; another's project is opened now, and stands first.
  await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}&path=/pages/project/detail/detail?id=pr-hddd`);
  await phone.see('海甸大道改造工程');
  await goHome(AT_BAISHAMEN);
  const names = phone.page.locator('[class*=projects-card--name]').filter({ visible: true });
  await names.first().waitFor();
  await expect(names.allTextContents()).resolves.toEqual(['海甸大道改造工程', '滨江新城三期 A 区', NEAREST]);

  await phone.tap('附近');
  await phone.see('0 m');
  await expect(names.first().textContent()).resolves.toBe(NEAREST);
  await phone.tap(NEAREST);
  await phone.see('导航去工地');

  // In the sea, and without a network.
  await goHome('&at=114.5,15.5');
  await phone.tap('附近');
  await phone.see('20 公里内没有已定位的工程');
  await goHome(`${AT_BAISHAMEN}&net=on`);
  await phone.page.route('**/client/call', (route) => route.abort());
  await phone.tap('附近');
  await phone.see('网络不可用');
  await phone.page.unroute('**/client/call');
  await phone.tap('重试');
  await phone.see('0 m');
});
