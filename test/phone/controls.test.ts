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

describe.each(HANDS)('controls by %s', (hand) => {
  let phone: SmallPhone;
  beforeAll(async () => {
    phone = await SmallPhone.open(browser, server.url, hand, 'path=/pages/controls/controls&keyboard=300');
  });
  afterAll(async () => {
    expect(phone.faults).toEqual([]);
    await phone.close();
  });

  test('input: keyboard first, then focus; what is typed, its limit, confirm and blur', async () => {
    await phone.tap('#input input');
    const [first, second] = await phone
      .wait('input', 'focus')
      .then(async (focus) => [await phone.wait('input', 'keyboardheightchange'), focus]);
    expect(first?.[2]).toEqual({ height: 300, duration: 0.25 });
    expect(second?.[2]).toEqual({ value: '', height: 300 });
    await expect(phone.styleOf('wx-keyboard-accessory', 'display')).resolves.toBe('block');
    await phone.page.keyboard.type('张三李四王五');
    expect(await phone.detail('input', 'input')).toEqual({ value: '张', cursor: 1, keyCode: 0 });
    await expect(phone.page.locator('#input input').inputValue()).resolves.toBe('张三李四王');
    await phone.page.keyboard.press('Enter');
    expect(await phone.detail('input', 'confirm')).toEqual({ value: '张三李四王' });
    expect(await phone.detail('input', 'blur')).toEqual({ value: '张三李四王', cursor: 5 });
    expect(await phone.detail('input', 'keyboardheightchange')).toEqual({ height: 0, duration: 0 });
    await expect(phone.styleOf('wx-keyboard-accessory', 'display')).resolves.toBe('none');
  });

  test('input: what the handler returns takes the place of what was typed, and model: follows', async () => {
    await phone.page.locator('#bound input').pressSequentially('abc');
    await expect(phone.page.locator('#bound input').inputValue()).resolves.toBe('ABC');
    const typed = await phone.page.evaluate(
      () =>
        (
          globalThis as unknown as { getCurrentPages: () => { data: { typed: string } }[] }
        ).getCurrentPages()[0]?.data.typed,
    );
    expect(typed).toBe('ABC');
  });

  test('the keyboard pushes a low control up, out from under it', async () => {
    await phone.page.locator('#low').scrollIntoViewIfNeeded();
    await phone.tap('#low input');
    await phone.page.waitForFunction(() => {
      const { bottom } = document.querySelector('#low')?.getBoundingClientRect() ?? { bottom: Infinity };
      // Down to the keyboard's edge, but for a fraction of a pixel.
      return bottom <= innerHeight - 299;
    });
    await phone.page.locator('#low input').blur();
    await expect(phone.styleOf('.phone-pages', 'transform')).resolves.toBe('matrix(1, 0, 0, 1, 0, 0)');
  });

  test('hold-keyboard: a finger elsewhere leaves the focus where it is', async () => {
    const isFocused = (): Promise<boolean> =>
      phone.page.evaluate(() => document.activeElement?.closest('#held') !== null);
    await phone.tap('#held input');
    await phone.tap('#aside');
    await phone.wait('aside', 'tap');
    await expect(isFocused()).resolves.toBe(true);
    await phone.page.locator('#held input').blur();
  });

  test('textarea grows with its lines and tells them', async () => {
    await phone.forget();
    const before = await phone.page.locator('#textarea').boundingBox();
    await phone.page.locator('#textarea textarea').fill('一\n二\n三');
    expect(await phone.detail('textarea', 'input')).toMatchObject({ value: '一\n二\n三' });
    expect(await phone.detail('textarea', 'linechange')).toMatchObject({ lineCount: 3 });
    const after = await phone.page.locator('#textarea').boundingBox();
    expect(after?.height).toBeGreaterThan(before?.height ?? Infinity);
    await phone.page.locator('#textarea textarea').blur();
  });

  test('checkbox, radio and switch: themselves, by their label, and not when disabled', async () => {
    await phone.tap('#label-a');
    expect(await phone.detail('checks', 'change')).toEqual({ value: ['a', 'b'] });
    await phone.tap('#check-b');
    expect(await phone.detail('checks', 'change')).toEqual({ value: ['a'] });
    await phone.tap('#check-c', { force: true });
    await phone.tap('#label-y');
    expect(await phone.detail('radios', 'change')).toEqual({ value: 'y' });
    await expect(phone.page.locator('#radio-x').getAttribute('aria-checked')).resolves.toBe('false');
    await phone.tap('#switch');
    expect(await phone.detail('switch', 'change')).toEqual({ value: true });
    expect((await phone.told()).filter(([who]) => who === 'checks')).toEqual([]);
  });

  test('slider moves in its steps', async () => {
    await phone.drag('#slider .phone-slider-block', [600, 0]);
    expect(await phone.detail('slider', 'change')).toEqual({ value: 20 });
    await phone.drag('#slider .phone-slider-block', [-60, 0]);
    const { value } = (await phone.detail('slider', 'change')) as { value: number };
    expect([16, 18]).toContain(value);
    await expect(phone.textOf('.phone-slider-value')).resolves.toBe(String(value));
  });

  test('picker: cancelled, confirmed, a column turned by a drag', async () => {
    await phone.forget();
    await phone.tap('#picker');
    await phone.tap('.phone-picker-cancel');
    expect(await phone.detail('picker', 'cancel')).toEqual({});
    await phone.tap('#picker');
    await phone.drag('.phone-wheel', [0, -34]);
    await phone.tap('.phone-picker-confirm');
    expect(await phone.detail('picker', 'change')).toEqual({ value: 2 });
  });

  test('picker: several columns tell each turn; the page changes the next column', async () => {
    await phone.tap('#multi');
    await phone.drag('.phone-wheel', [0, -34]);
    expect(await phone.detail('multi', 'columnchange')).toEqual({ column: 0, value: 1 });
    await phone.page.getByText('海府').waitFor();
    await phone.tap('.phone-picker-confirm');
    expect(await phone.detail('multi', 'change')).toEqual({ value: [1, 0] });
  });

  test('picker: time, date and region stay within their bounds', async () => {
    await phone.tap('#time');
    await phone.drag('.phone-wheel', [0, 68]);
    await phone.tap('.phone-picker-confirm');
    expect(await phone.detail('time', 'change')).toEqual({ value: '08:59' });
    await phone.tap('#date');
    // February has no 31st.
    await phone.drag('.phone-wheel:nth-child(2)', [0, -34]);
    await phone.tap('.phone-picker-confirm');
    expect(await phone.detail('date', 'change')).toEqual({ value: '2026-02-28' });
    await phone.tap('#region');
    await phone.tap('.phone-picker-confirm');
    expect(await phone.detail('region', 'change')).toMatchObject({
      value: ['海南省', '三亚市', expect.any(String)],
      code: ['460000', '460200', expect.any(String)],
    });
  });

  test('button: a tap, a hover, none of both when disabled', async () => {
    await phone.forget();
    await phone.tap('#plain');
    expect(await phone.detail('plain', 'tap')).toMatchObject({
      x: expect.any(Number),
      y: expect.any(Number),
    });
    await phone.tap('#disabled', { force: true });
    await phone.tap('#plain');
    await phone.wait('plain', 'tap');
    expect((await phone.told()).filter(([who]) => who === 'disabled')).toEqual([]);
  });

  test('button: what it asks WeChat for', async () => {
    await phone.tap('#share');
    await phone.page.getByText('来自 button share').waitFor();
    await phone.tap('.phone-ask-allow');
    await phone.tap('#agree');
    expect(await phone.detail('agree', 'agreeprivacyauthorization')).toEqual({
      errMsg: 'agreePrivacyAuthorization:ok',
    });
    await phone.tap('#phone');
    await phone.tap('.phone-modal-cancel');
    expect(await phone.detail('phone', 'getphonenumber')).toMatchObject({
      errMsg: 'getPhoneNumber:fail user deny',
    });
    await phone.tap('#contact');
    await phone.tap('.phone-modal-confirm');
    expect(await phone.detail('contact', 'contact')).toMatchObject({ errMsg: 'enterContact:ok' });
    await phone.tap('#feedback');
    await phone.page.getByText('意见反馈', { exact: true }).waitFor();
    await phone.tap('.phone-modal-confirm');
    const chooser = phone.page.waitForEvent('filechooser');
    await phone.tap('#avatar');
    await (await chooser).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('png') });
    expect(await phone.detail('avatar', 'chooseavatar')).toEqual({
      avatarUrl: expect.stringMatching(/^(wxfile|http):\/\/tmp/),
    });
  });

  test('form: submits the values of its own fields, by a button of a component too; resets them', async () => {
    await phone.forget();
    const values = {
      name: '张三李四王',
      text: '一\n二\n三',
      checks: ['a'],
      radio: 'y',
      switch: true,
      slider: expect.any(Number),
      picked: 2,
      own: 'own value',
    };
    await phone.tap('#submit');
    expect(await phone.detail('form', 'submit')).toMatchObject({ value: values, target: { id: 'submit' } });
    await phone.tap('#inner-submit');
    expect(await phone.detail('form', 'submit')).toMatchObject({ value: values });
    await phone.tap('#reset');
    await phone.wait('form', 'reset');
    await phone.tap('#submit');
    expect(await phone.detail('form', 'submit')).toMatchObject({
      value: { name: '', text: '', checks: [], radio: '', switch: false, slider: 10, picked: 0 },
    });
  });
});
