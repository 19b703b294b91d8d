import type { Browser } from 'playwright-core';
import type { Phone } from '../../local/phone';
import { launchBrowser } from '../support/phone';
import { serveSmallApp, SmallPhone } from '../support/small-phone';

/** The bars around the pages, worked by a finger and by the mouse. */
let server: Phone;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveSmallApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe.each(['touch', 'mouse'] as const)('by %s', (hand) => {
  let phone: SmallPhone;
  beforeEach(async () => {
    phone = await SmallPhone.open(browser, server.url, hand, 'path=/pages/first/first');
    await phone.wait('first', 'onShow');
  });
  afterEach(() => phone.close());

  test('the arrow of the navigation bar goes back', async () => {
    await phone.call('navigateTo', { url: '/pages/views/views' });
    await phone.forget();
    await phone.tap('[aria-label=返回]');
    await phone.wait('first', 'onShow');
  });

  test('the house of the navigation bar goes to the first tab', async () => {
    await phone.call('reLaunch', { url: '/pages/views/views' });
    await phone.forget();
    await phone.tap('[aria-label=首页]');
    await phone.wait('first', 'onShow');
  });

  test('the tabs', async () => {
    await phone.tap('[role=tab] >> text=第二');
    await phone.wait('second', 'onShow');
    expect(await phone.detail('second', 'onTabItemTap')).toEqual({
      index: 1,
      pagePath: 'pages/second/second',
      text: '第二',
    });
    await phone.tap('[role=tab] >> text=第一');
    await phone.wait('first', 'onTabItemTap');
  });

  test('the capsule: its menu, and out of the program and back', async () => {
    await phone.tap('[aria-label=更多]');
    await phone.tap('text=转发给朋友');
    await phone.page.getByRole('dialog', { name: '发送给朋友' }).getByText('分享 first menu').waitFor();
    await phone.tap('text=取消');
    await phone.tap('[aria-label=离开小程序]');
    await phone.wait('first', 'onHide');
    await phone.wait('app', 'onHide');
  });
});
