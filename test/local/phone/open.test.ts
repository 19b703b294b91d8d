import { Bench, errMsgOf, HOLDER, type BenchPhone } from './bench';

/** wx interfaces that want something of a person: a place, a number, consent, a subscription, a share. */
let bench: Bench;
let phone: BenchPhone;

beforeAll(async () => {
  bench = await Bench.start();
  phone = await bench.open('&at=110.3540,20.0030', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

/** The program starts again and remembers no permission. */
const forget = async (): Promise<void> => {
  const loaded = phone.page.waitForEvent('load');
  await phone.page.getByRole('button', { name: '忘记授权' }).click();
  await loaded;
  await phone.ready();
};

/** What a script of the page gives, with wx in reach. */
interface Wx {
  readonly [name: string]: (...values: unknown[]) => unknown;
}

describe('getLocation', () => {
  test('asks for the guide, then for the scope with the program’s reason, and gives both kinds of coordinates', async () => {
    const first = phone.call('getLocation', { type: 'gcj02' });
    await phone.agree();
    await phone.page.getByText('用于核对是否在工地现场').waitFor();
    await phone.tap('允许');
    expect((await first).ok).toMatchObject({
      longitude: 110.354,
      latitude: 20.003,
      accuracy: 15,
      horizontalAccuracy: 15,
      errMsg: 'getLocation:ok',
    });
    // In Haikou WGS-84 lies about 0.0046° west and 0.0019° … 0.0025° off; they are never the same.
    const { ok } = await phone.ask('getLocation');
    expect(Math.abs(Number(ok?.['longitude']) - 110.354)).toBeGreaterThan(0.003);
    expect(Math.abs(Number(ok?.['longitude']) - 110.354)).toBeLessThan(0.007);
    expect(Math.abs(Number(ok?.['latitude']) - 20.003)).toBeGreaterThan(0.001);
    expect(Math.abs(Number(ok?.['latitude']) - 20.003)).toBeLessThan(0.005);
    expect(await errMsgOf(phone.call('getLocation', { type: 'bd09' }))).toBe(
      'getLocation:fail parameter error: invalid type, should be wgs84 or gcj02',
    );
    expect(await errMsgOf(phone.call('getLocation', { highAccuracyExpireTime: 2999 }))).toBe(
      'getLocation:fail parameter error: highAccuracyExpireTime should not be less than 3000',
    );
  });

  test('a refusal is remembered until the settings change it', async () => {
    await forget();
    const first = phone.call('getLocation', { type: 'gcj02' });
    await phone.agree();
    await phone.tap('拒绝');
    expect((await first).fail).toEqual({ errMsg: 'getLocation:fail auth deny', errno: 103 });
    expect((await phone.call('getLocation')).fail).toEqual({
      errMsg: 'getLocation:fail auth deny',
      errno: 103,
    });
    expect((await phone.call('authorize', { scope: 'scope.userLocation' })).fail).toEqual({
      errMsg: 'authorize:fail auth deny',
      errno: 103,
    });
    // Not from a tap: nothing opens.
    expect(await errMsgOf(phone.call('openSetting'))).toBe(
      'openSetting:fail can only be invoked by user TAP gesture.',
    );
    await phone.tapAsking('openSetting', { withSubscriptions: true });
    await phone.page.getByRole('switch', { name: '位置信息', exact: true }).check();
    await phone.page.getByLabel('关闭').tap();
    expect((await phone.answer()).ok).toMatchObject({
      authSetting: { 'scope.userLocation': true },
      subscriptionsSetting: { mainSwitch: true },
    });
    expect((await phone.call('getLocation')).ok).toBeDefined();
  });

  test('fails as the phone’s own switch is off, and follows the browser when asked to', async () => {
    await phone.page.getByRole('button', { name: '定位关闭' }).click();
    expect((await phone.call('getLocation')).fail).toMatchObject({
      errMsg: 'getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF',
    });
    const context = phone.page.context();
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude: 110.3, latitude: 20, accuracy: 30 });
    await phone.page.getByRole('button', { name: '浏览器定位' }).click();
    // The browser gives WGS-84: asked for it, it comes back as it was.
    const { ok } = await phone.call('getLocation', { type: 'wgs84' });
    expect(Number(ok?.['longitude'])).toBeCloseTo(110.3, 5);
    expect(Number(ok?.['latitude'])).toBeCloseTo(20, 5);
    expect(ok?.['accuracy']).toBe(30);
    await phone.page.getByRole('button', { name: '面板的点' }).click();
  });

  test('interfaces of places that app.json does not declare fail', async () => {
    expect(await errMsgOf(phone.call('getFuzzyLocation'))).toBe(
      'getFuzzyLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    );
  });

  test('chooseLocation picks on the map; openLocation shows', async () => {
    const chosen = phone.call('chooseLocation', { longitude: 109.51, latitude: 18.25 });
    const page = phone.page.getByRole('dialog', { name: '选择位置' });
    await page.locator('.phone-map-name').filter({ hasText: '三亚市' }).waitFor();
    await phone.tap('完成');
    expect((await chosen).ok).toMatchObject({ name: '三亚市', longitude: 109.51, latitude: 18.25 });
    const cancelled = phone.call('chooseLocation');
    await page.waitFor();
    await phone.page.getByLabel('关闭').tap();
    expect((await cancelled).fail).toEqual({ errMsg: 'chooseLocation:fail cancel' });
    expect(
      (await phone.call('openLocation', { longitude: 110.2, latitude: 20.04, name: '工地大门' })).ok,
    ).toBeDefined();
    await phone.page.getByText('工地大门').waitFor();
    await phone.page.getByLabel('关闭').tap();
    expect(await errMsgOf(phone.call('openLocation', { longitude: 110, latitude: 20, scale: 19 }))).toBe(
      'openLocation:fail parameter error: scale should be between 5 and 18',
    );
    expect(await errMsgOf(phone.call('openLocation', { longitude: '110', latitude: 20 }))).toBe(
      'openLocation:fail parameter error: parameter.longitude should be Number instead of String;',
    );
  });
});

describe('privacy', () => {
  test('a program that listens asks itself; agreeing needs its button', async () => {
    await forget();
    expect((await phone.call('getPrivacySetting')).ok).toMatchObject({
      needAuthorization: true,
      privacyContractName: '《质安监督小程序隐私保护指引》',
    });
    await phone.page.evaluate(() => {
      const { wx } = globalThis as unknown as { wx: Wx };
      const kept = globalThis as unknown as { asked: string[]; resolve: (answer: object) => void };
      kept.asked = [];
      wx['onNeedPrivacyAuthorization']?.((resolve: (answer: object) => void, about: { referrer: string }) => {
        kept.asked.push(about.referrer);
        kept.resolve = resolve;
      });
    });
    const resolve = (answer: object): Promise<void> =>
      phone.page.evaluate(
        (given) => (globalThis as unknown as { resolve: (v: object) => void }).resolve(given),
        answer,
      );
    const refused = phone.call('setClipboardData', { data: 'x' });
    await phone.page.waitForFunction(() => (globalThis as unknown as { asked: string[] }).asked.length === 1);
    await resolve({ event: 'disagree' });
    expect((await refused).fail).toEqual({
      errMsg: 'setClipboardData:fail privacy permission is not authorized',
      errno: 104,
    });
    const unpressed = phone.call('requirePrivacyAuthorize');
    await phone.page.waitForFunction(() => (globalThis as unknown as { asked: string[] }).asked.length === 2);
    await resolve({ event: 'agree', buttonId: 'agree' });
    expect((await unpressed).fail?.errno).toBe(104);
    const agreed = phone.call('requirePrivacyAuthorize');
    await phone.page.waitForFunction(() => (globalThis as unknown as { asked: string[] }).asked.length === 3);
    await phone.tap('我同意');
    await resolve({ event: 'agree', buttonId: 'agree' });
    expect((await agreed).ok).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
    expect((await phone.call('getPrivacySetting')).ok).toMatchObject({ needAuthorization: false });
    expect(await phone.page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([
      'setClipboardData',
      'requirePrivacyAuthorize',
      'requirePrivacyAuthorize',
    ]);
    await phone.call('openPrivacyContract');
    await phone.page.getByRole('dialog', { name: '《质安监督小程序隐私保护指引》' }).getByLabel('关闭').tap();
  });

  test('the number of the phone comes through its sheet only', async () => {
    await phone.tap('取号码');
    await phone.page.getByText(HOLDER).filter({ visible: true }).first().waitFor();
    await phone.tap('拒绝');
    expect(await phone.answer()).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
    await phone.tapAsking('getNetworkType');
    await phone.answer();
    await phone.tap('取号码');
    await phone.tap('允许');
    await phone.page.locator('.answer').filter({ hasText: 'code' }).waitFor();
    expect(await phone.answer()).toMatchObject({
      errMsg: 'getPhoneNumber:ok',
      code: expect.any(String) as string,
    });
  });

  test('login gives a code, by callbacks only', async () => {
    const { ok } = await phone.call('login');
    expect(ok?.['code']).toMatch(/^\w{32}$/);
    expect(await phone.ask('login')).toEqual({});
    expect((await phone.ask('checkSession')).ok).toEqual({ errMsg: 'checkSession:ok' });
    expect((await phone.now('getAccountInfoSync')).ok).toMatchObject({
      miniProgram: { envVersion: 'develop' },
    });
  });
});

describe('subscription messages', () => {
  const TEMPLATES = ['template-审核', 'template-下达'];

  test('are asked for after a tap only, and WeChat keeps what was accepted', async () => {
    expect((await phone.call('requestSubscribeMessage', { tmplIds: TEMPLATES })).fail?.errMsg).toBe(
      'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    );
    // After a cloud call the tap is over.
    await phone.page.evaluate(() =>
      (globalThis as unknown as { wx: { cloud: { init: () => void } } }).wx.cloud.init(),
    );
    await phone.tapAsking('requestSubscribeMessage', { tmplIds: TEMPLATES }, '等一等再调用');
    expect((await phone.answer()).fail?.errMsg).toBe(
      'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    );
    await phone.tapAsking('requestSubscribeMessage', { tmplIds: TEMPLATES });
    await phone.page.getByRole('checkbox', { name: 'template-下达' }).uncheck();
    await phone.tap('允许');
    expect((await phone.answer()).ok).toEqual({
      'template-审核': 'accept',
      'template-下达': 'reject',
      errMsg: 'requestSubscribeMessage:ok',
    });
    await phone.tapAsking('requestSubscribeMessage', { tmplIds: TEMPLATES });
    await phone.tap('取消');
    expect((await phone.answer()).ok).toMatchObject({ 'template-审核': 'reject', 'template-下达': 'reject' });
  });

  test('fail with WeChat’s numbers', async () => {
    const fails = async (tmplIds: unknown, errCode: number): Promise<void> => {
      await phone.tapAsking('requestSubscribeMessage', { tmplIds });
      expect((await phone.answer()).fail?.errCode).toBe(errCode);
    };
    await fails([], 10001);
    await fails([7], 10004);
    await fails([''], 20001);
    await fails(['a', 'b', 'c', 'd'], 20003);
    await phone.tapAsking('openSetting');
    await phone.page.getByRole('switch', { name: '接收订阅消息' }).uncheck();
    await phone.page.getByLabel('关闭').tap();
    await phone.answer();
    await fails(['a'], 20004);
  });
});

test('a page is handed on from the capsule and from its button, with what its promise gives', async () => {
  await phone.page.getByLabel('更多').tap();
  await phone.tap('转发给朋友');
  const card = phone.page.getByRole('dialog', { name: '发送给朋友' });
  await card.getByText('来自menu的承诺').waitFor();
  await phone.tap('取消');
  await phone.tap('分享按钮');
  await card.getByText('来自button的承诺').waitFor();
  await card.getByText('/pages/second/second?name=甲').waitFor();
  await phone.tap('发送');
  await phone.page.getByText('刚刚转发的卡片').waitFor();
  await phone.call('hideShareMenu');
  await phone.page.getByLabel('更多').tap();
  await phone.page.getByText('重新进入小程序').waitFor();
  await expect(phone.page.getByText('转发给朋友').count()).resolves.toBe(0);
  await phone.tap('取消');
});
