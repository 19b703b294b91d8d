import type { Browser } from 'playwright-core';
import type { Phone } from '../../local/phone';
import { launchBrowser } from '../support/phone';
import { serveSmallApp, SmallPhone, type Hand } from '../support/small-phone';

let server: Phone;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveSmallApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const HANDS: readonly Hand[] = ['touch', 'mouse'];

test.each(HANDS)('vant’s components that the product uses, by %s', async (hand) => {
  const phone = await SmallPhone.open(browser, server.url, hand, 'path=/pages/vant/vant');

  // button: pressed, then loading and deaf.
  await phone.tap('#button');
  await phone.wait('button', 'click');
  await phone.page.getByText('办理中').waitFor();
  await phone.tap('#button');

  // search: typed, confirmed, cleared, cancelled.
  await phone.page.locator('#search input').fill('滨江');
  expect(await phone.detail('search', 'change')).toBe('滨江');
  await phone.page.keyboard.press('Enter');
  expect(await phone.detail('search', 'search')).toBe('滨江');
  await phone.tap('#search .van-search__action');
  await phone.wait('search', 'cancel');
  await expect(phone.page.locator('#search input').inputValue()).resolves.toBe('');

  // tabs: chosen, and swiped.
  await phone.page.getByText('待办内容').waitFor();
  await phone.tap('text=已办 >> nth=0');
  expect(await phone.detail('tabs', 'change')).toMatchObject({ index: 1, title: '已办' });
  await phone.page.getByText('已办内容').waitFor();
  await phone.drag('text=已办内容', [120, 0], [0.1, 0.5]);
  expect(await phone.detail('tabs', 'change')).toMatchObject({ index: 0, title: '待办' });

  // popup with its overlay, icon and transition.
  await phone.tap('#open');
  await phone.wait('popup', 'after-enter');
  await expect(phone.page.locator('#sheet').isVisible()).resolves.toBe(true);
  await phone.tap('.van-popup__close-icon');
  await phone.wait('popup', 'close');
  await phone.wait('popup', 'after-leave');
  await phone.page.locator('#sheet').waitFor({ state: 'hidden' });

  expect((await phone.told()).filter(([who, what]) => who === 'button' && what === 'click')).toEqual([]);
  expect(phone.faults).toEqual([]);
  await phone.close();
});
