import type { Page } from 'playwright-core';
import { CONTRACTOR, HEAD, SUPERVISOR } from './people';
import type { Ids, Screen } from './screen';
import { see, tap } from './tap';

/** The demonstration's record with everything that evidence may be. */
const PART = '2 号楼 9 层外架';
/** The report made for the pictures, with a film. */
const FILMED = '3 号楼 12 层外架';
const record = async (ids: Ids) =>
  `pages/inspection/detail/detail?id=${await ids.sent(SUPERVISOR, 'effective', PART)}`;

const onRecord = (name: string, then: (page: Page) => Promise<void>): Screen => ({
  ...{ name: `证据查看（${name}）`, as: CONTRACTOR, path: record, shows: '抽查部位', then },
});

const openPhoto = async (page: Page, order: number): Promise<void> => {
  await page.getByLabel(`第 ${order} 张照片`, { exact: true }).first().tap();
  await see(page, `问题 1 第 ${order} 张`);
};

/** The picture stands there in full. */
const isLarge = (page: Page): Promise<void> =>
  page.locator('wx-swiper-item:not([aria-hidden=true]) [class*=--there]').first().waitFor();

/** A finger draws the next one from the right. */
const turn = async (page: Page): Promise<void> => {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const session = await page.context().newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: width * share, y: height / 2 }],
    });
  await finger('touchStart', 0.85);
  for (const share of [0.6, 0.35, 0.15]) await finger('touchMove', share);
  await finger('touchEnd', 0);
  await session.detach();
};

/** The viewer as somebody stands in the middle of it. */
export const VIEWER: readonly Screen[] = [
  {
    ...{ name: '监督检查记录（照片、录音和签字）', as: CONTRACTOR, path: record, shows: '抽查部位' },
    then: async (page) =>
      page
        .getByText('问题 1', { exact: true })
        .first()
        .evaluate((node) => node.scrollIntoView({ block: 'start' })),
  },
  onRecord('照片', async (page) => {
    await openPhoto(page, 1);
    await isLarge(page);
  }),
  onRecord('原件与校验值', async (page) => {
    await openPhoto(page, 1);
    await tap(page, '原件');
    await see(page, '收到时间（服务器）');
    await isLarge(page);
  }),
  onRecord('对照', async (page) => {
    await openPhoto(page, 1);
    await tap(page, '对照');
    await page.locator('.half [class*=--there]').nth(1).waitFor();
  }),
  {
    ...onRecord('视频', async (page) => {
      await page.getByLabel('播放视频').first().tap();
      await see(page, '问题 1 第 1 段视频');
      await page.locator('wx-video video').first().waitFor();
    }),
    as: HEAD,
    path: async (ids) =>
      `pages/inspection/detail/detail?id=${await ids.sent(SUPERVISOR, 'pendingReview', FILMED)}`,
  },
  onRecord('录音', async (page) => {
    await openPhoto(page, 2);
    await isLarge(page);
    await turn(page);
    await see(page, '问题 1 第 1 段录音');
    await page.getByLabel('播放录音').filter({ visible: true }).first().waitFor();
  }),
  onRecord('没有网络', async (page) => {
    // As WeChat tells a call that did not get out.
    await page.route('**/client/call', (route) =>
      route.fulfill({ json: { error: { errCode: -1, errMsg: 'request:fail' } } }),
    );
    await openPhoto(page, 1);
    await see(page, '没有网络时看不到大图');
  }),
  onRecord('打不开', async (page) => {
    // Nothing that is a picture.
    await page.route('**/files/evidence/**', (route) =>
      route.fulfill({ body: '', contentType: 'image/png' }),
    );
    await openPhoto(page, 1);
    await see(page, '没有取到文件');
  }),
];
