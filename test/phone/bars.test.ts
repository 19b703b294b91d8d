import type { Browser } from 'playwright-core';
import type { Phone } from '../../local/phone';
import { launchBrowser } from '../support/phone';
import { serveSmallApp, SmallPhone } from '../support/small-phone';

/** Calls that change the bars, the background and the pulling down of the page shown. */
let server: Phone;
let browser: Browser;
let phone: SmallPhone;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveSmallApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  phone = await SmallPhone.open(browser, server.url, 'touch', 'path=/pages/first/first');
});
afterEach(() => phone.close());

const badParameter = (call: string, words: string): object => ({
  errMsg: `${call}:fail parameter error: ${words}`,
  errno: 1001,
});

test('the title of the page shown, and no other’s', async () => {
  expect(await phone.call('setNavigationBarTitle', { title: '今天的检查' })).toEqual({
    errMsg: 'setNavigationBarTitle:ok',
  });
  await expect(phone.textOf('.phone-bar-title')).resolves.toBe('今天的检查');
  await phone.call('navigateTo', { url: '/extra/pages/far/far' });
  await expect(phone.textOf('.phone-bar-title')).resolves.toBe('远处');
  expect(await phone.call('setNavigationBarTitle')).toEqual(
    badParameter('setNavigationBarTitle', 'parameter.title should be String instead of Undefined;'),
  );
});

test('the colours of the bar: white or black in front, and no other', async () => {
  const colours = { frontColor: '#ffffff', backgroundColor: '#0a57c2' };
  expect(await phone.call('setNavigationBarColor', colours)).toEqual({ errMsg: 'setNavigationBarColor:ok' });
  await expect(phone.styleOf('.phone-bar', 'background-color')).resolves.toBe('rgb(10, 87, 194)');
  await expect(phone.styleOf('.phone-bar-title', 'color')).resolves.toBe('rgb(255, 255, 255)');
  expect(await phone.call('setNavigationBarColor', { ...colours, frontColor: '#ff0000' })).toEqual({
    errMsg: 'setNavigationBarColor:fail invalid frontColor "#ff0000"',
  });
  expect(await phone.call('setNavigationBarColor', {})).toEqual(
    badParameter(
      'setNavigationBarColor',
      'parameter.frontColor should be String instead of Undefined;' +
        'parameter.backgroundColor should be String instead of Undefined;',
    ),
  );
});

/** Answers what is asked, and waits until it is gone. */
const answer = async (button: string): Promise<void> => {
  const asked = phone.page.getByText('画还没有存');
  await asked.waitFor();
  await phone.page.getByText(button, { exact: true }).filter({ visible: true }).tap();
  await asked.waitFor({ state: 'detached' });
};

test('the bar’s way back asks first where the page wants that, and the person decides', async () => {
  await phone.call('navigateTo', { url: '/extra/pages/far/far' });
  expect(await phone.call('enableAlertBeforeUnload')).toEqual(
    badParameter('enableAlertBeforeUnload', 'parameter.message should be String instead of Undefined;'),
  );
  expect(await phone.call('enableAlertBeforeUnload', { message: '画还没有存' })).toEqual({
    errMsg: 'enableAlertBeforeUnload:ok',
  });
  const back = phone.page.locator('.phone-bar').getByRole('button', { name: '返回' });
  await back.tap();
  await answer('取消');
  await expect(phone.textOf('.phone-bar-title')).resolves.toBe('远处');
  await back.tap();
  await answer('确定');
  await expect(phone.textOf('.phone-bar-title')).resolves.not.toBe('远处');

  await phone.call('navigateTo', { url: '/extra/pages/far/far' });
  await phone.call('enableAlertBeforeUnload', { message: '画还没有存' });
  expect(await phone.call('disableAlertBeforeUnload')).toEqual({ errMsg: 'disableAlertBeforeUnload:ok' });
  await back.tap();
  await phone.page.waitForFunction(() => document.querySelector('.phone-bar-title')?.textContent !== '远处');
});

test('what is seen beyond the page’s ends', async () => {
  expect(await phone.call('setBackgroundColor', { backgroundColor: '#123456' })).toEqual({
    errMsg: 'setBackgroundColor:ok',
  });
  await expect(phone.styleOf('.phone-refreshing', 'background-color')).resolves.toBe('rgb(18, 52, 86)');
});

test('the tabs, on a page that has them', async () => {
  const style = { color: '#111111', selectedColor: '#222222', backgroundColor: '#333333' };
  expect(await phone.call('setTabBarStyle', style)).toEqual({ errMsg: 'setTabBarStyle:ok' });
  await expect(phone.styleOf('[role=tab][aria-selected=true]', 'color')).resolves.toBe('rgb(34, 34, 34)');
  await expect(phone.styleOf('[role=tab][aria-selected=false]', 'color')).resolves.toBe('rgb(17, 17, 17)');
  await expect(phone.styleOf('[role=tablist]', 'background-color')).resolves.toBe('rgb(51, 51, 51)');
  await phone.call('navigateTo', { url: '/pages/plain/plain' });
  expect(await phone.call('setTabBarStyle', style)).toEqual({
    errMsg: 'setTabBarStyle:fail not TabBar page',
  });
});

test('the line above the tabs, one tab’s word and picture', async () => {
  expect(await phone.call('setTabBarStyle', { borderStyle: 'white' })).toEqual({
    errMsg: 'setTabBarStyle:ok',
  });
  await expect(phone.styleOf('[role=tablist]', 'border-top-color')).resolves.toBe(
    'rgba(255, 255, 255, 0.12)',
  );
  const item = { index: 1, text: '另一', iconPath: '/a.png', selectedIconPath: '/b.png' };
  expect(await phone.call('setTabBarItem', item)).toEqual({ errMsg: 'setTabBarItem:ok' });
  const tab = phone.page.getByRole('tab', { name: '另一' });
  await expect(tab.locator('img').getAttribute('src')).resolves.toBe('/a.png');
  expect(await phone.call('setTabBarItem', { index: 2 })).toEqual({
    errMsg: 'setTabBarItem:fail tabbar item not found',
  });
  expect(await phone.call('setTabBarItem', {})).toEqual(
    badParameter('setTabBarItem', 'parameter.index should be Number instead of Undefined;'),
  );
  await phone.call('navigateTo', { url: '/pages/plain/plain' });
  expect(await phone.call('setTabBarItem', item)).toEqual({ errMsg: 'setTabBarItem:fail not TabBar page' });
});

test('the way home at the left of the bar is hidden for the page that asks', async () => {
  await phone.call('reLaunch', { url: '/pages/plain/plain' });
  const home = phone.page.locator('.phone-bar-home');
  await home.waitFor({ state: 'attached' });
  expect(await phone.call('hideHomeButton')).toEqual({ errMsg: 'hideHomeButton:ok' });
  await home.waitFor({ state: 'detached' });
  await phone.call('reLaunch', { url: '/pages/views/views' });
  await home.waitFor({ state: 'attached' });
});

test('a script pulls the page down, and lets it go', async () => {
  await phone.call('navigateTo', { url: '/pages/plain/plain' });
  expect(await phone.call('startPullDownRefresh')).toEqual({ errMsg: 'startPullDownRefresh:ok' });
  // The page answers with wx.stopPullDownRefresh.
  await phone.wait('plain', 'onPullDownRefresh');
  await phone.page.locator('.phone-refreshing.phone-on').waitFor({ state: 'detached' });
  expect(await phone.call('stopPullDownRefresh')).toEqual({ errMsg: 'stopPullDownRefresh:ok' });
});

test('a route without a target is refused in WeChat’s words', async () => {
  for (const call of ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab']) {
    expect(await phone.call(call, {})).toEqual(
      badParameter(call, 'parameter.url should be String instead of Undefined;'),
    );
  }
  expect(await phone.call('navigateTo', { url: 7 })).toEqual(
    badParameter('navigateTo', 'parameter.url should be String instead of Number;'),
  );
});

test('a modal wants texts', async () => {
  expect(await phone.call('showModal', { title: '删除', content: 3 })).toEqual(
    badParameter('showModal', 'parameter.content should be String instead of Number;'),
  );
  await expect(phone.page.locator('.phone-modal').count()).resolves.toBe(0);
});

test('a cold start opens the home page, or the latest where restartStrategy says so', async () => {
  const restarted = async (path: string): Promise<string | null> => {
    const phone = await SmallPhone.open(browser, server.url, 'touch', `path=${path}`);
    await phone.page.evaluate(() => Object.assign(globalThis, { isOld: true }));
    await phone.tap('[aria-label=更多]');
    await phone.tap('text=重新进入小程序');
    await phone.page.waitForFunction(() => !('isOld' in globalThis) && document.querySelector('wx-page'));
    const opened = await phone.page.locator('wx-page').first().getAttribute('is');
    await phone.close();
    return opened;
  };
  expect(await restarted('/pages/plain/plain?a=1')).toBe('pages/first/first');
  expect(await restarted('/extra/pages/far/far')).toBe('extra/pages/far/far');
});
