import path from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';
import { until } from '../support/until';

let started: TestCloud;
beforeAll(async () => {
  started = await startTestCloud(path.join(__dirname, 'wechat'), {
    pages: ['pages/home/home', 'pages/project/show'],
  });
});
afterAll(() => started.close());

const ME = '19000000103';
interface Answer {
  readonly errCode: number;
  readonly [field: string]: unknown;
}
const ask = async (api: string, data: object, phone = ME, name = 'wechat'): Promise<Answer> =>
  (await holderOf(started.cloud.url, phone).requestOf(name, { api, data })).result as Answer;
const panel = async (route: string, body?: object, phone = ME): Promise<Record<string, unknown>> => {
  const response = await fetch(`${started.cloud.url}/panel/${route}`, {
    headers: { 'x-wx-holder': phone },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  return (await response.json()) as Record<string, unknown>;
};
const moveClock = (offsetMs: number) => panel('clock', { offsetMs });
const MINUTE = 60_000;

describe('phonenumber.getPhoneNumber', () => {
  const redeem = (code: string) => ask('phonenumber.getPhoneNumber', { code });

  test('a code gives the number once', async () => {
    const code = await holderOf(started.cloud.url, ME).phoneCode();
    expect(await redeem(code)).toMatchObject({
      errCode: 0,
      phoneInfo: { phoneNumber: ME, countryCode: '86' },
    });
    expect(await redeem(code)).toMatchObject({ errCode: 40029 });
    expect(await redeem('made up')).toMatchObject({ errCode: 40029 });
  });

  test('the number carries the program it was given to; a person named must be the one it is of', async () => {
    const mine = await holderOf(started.cloud.url, ME).phoneCode();
    expect(await ask('phonenumber.getPhoneNumber', { code: mine, openid: 'me' })).toMatchObject({
      errCode: 0,
      phoneInfo: { watermark: { appid: expect.stringMatching(/^wx[0-9a-f]{16}$/) as string } },
    });
    const another = await holderOf(started.cloud.url, '19000000104').phoneCode();
    expect((await ask('phonenumber.getPhoneNumber', { code: another, openid: 'me' })).errCode).toBe(40003);
  });

  test('a code lives five minutes by the clock of the environment', async () => {
    const [early, late] = [
      await holderOf(started.cloud.url, ME).phoneCode(),
      await holderOf(started.cloud.url, ME).phoneCode(),
    ];
    await moveClock(4 * MINUTE);
    expect((await redeem(early)).errCode).toBe(0);
    await moveClock(6 * MINUTE);
    expect((await redeem(late)).errCode).toBe(40029);
    await moveClock(0);
  });
});

describe('subscribeMessage.send', () => {
  const GOOD = { thing1: { value: '滨江花园二期整改通知' }, time2: { value: '2026年11月24日 17:00' } };
  const send = (data: object, extra: object = {}, phone = ME) =>
    ask(
      'subscribeMessage.send',
      { touser: 'me', templateId: 'T1', page: 'pages/home/home', data, ...extra },
      phone,
    );
  const accept = (...accepted: string[]) => panel('subscriptions', { accepted });

  test('one accept is one send; what was sent is kept for the panel', async () => {
    expect((await send(GOOD)).errCode).toBe(43101);
    await accept('T1', 'T1');
    expect((await send(GOOD)).errCode).toBe(0);
    expect((await send(GOOD)).errCode).toBe(0);
    expect((await send(GOOD)).errCode).toBe(43101);
    const { messages } = await panel(`messages?phone=${ME}`);
    expect(messages).toHaveLength(2);
    expect(messages).toContainEqual(
      expect.objectContaining({ templateId: 'T1', page: 'pages/home/home', data: GOOD, phone: ME }),
    );
    expect((await panel('messages?phone=19000000104'))['messages']).toEqual([]);
  });

  test('an accept is of one template and one person', async () => {
    await accept('T2');
    expect((await send(GOOD)).errCode).toBe(43101);
    expect((await send(GOOD, { templateId: 'T2' }, '19000000104')).errCode).toBe(43101);
    expect((await send(GOOD, { templateId: 'T2' })).errCode).toBe(0);
  });

  test.each<[string, object]>([
    ['thing of 20 characters', { thing1: { value: '一二三四五六七八九十一二三四五六七八九十' } }],
    ['number', { number1: { value: '12' } }],
    ['letter', { letter1: { value: 'ABC' } }],
    ['symbol', { symbol1: { value: '!!' } }],
    ['character_string', { character_string1: { value: 'ZG-2026-001' } }],
    ['time', { time1: { value: '17:00' } }],
    ['date', { date1: { value: '2026年11月24日' } }],
    ['date with a range', { date1: { value: '2026年11月24日~2026年11月27日' } }],
    ['date joined by -', { date1: { value: '2018-01-01' } }],
    ['date joined by /', { date1: { value: '2018/01/01' } }],
    ['date joined by .', { date1: { value: '2018.01.01 08:05' } }],
    ['month', { date1: { value: '2026年11月' } }],
    ['month joined by -', { date1: { value: '2018-01' } }],
    ['day', { date1: { value: '11月24日' } }],
    ['day joined by -', { date1: { value: '01-01' } }],
    ['leap day', { date1: { value: '2028年2月29日' } }],
    ['time with seconds and a day', { time1: { value: '2026-11-24 23:59:59' } }],
    ['span of times', { time1: { value: '08:00~17:30' } }],
    ['enum', { enum1: { value: '已通过' } }],
    ['amount', { amount1: { value: '¥100' } }],
    ['phone_number', { phone_number1: { value: '+86-0766-66888866' } }],
    ['car_number', { car_number1: { value: '琼A12345' } }],
    ['car_number with a last character in Chinese', { car_number1: { value: '粤A8Z888挂' } }],
    ['name', { name1: { value: '陈海生' } }],
    ['phrase', { phrase1: { value: '待回复' } }],
  ])('takes a %s', async (_name, data) => {
    await accept('T3');
    expect((await send(data, { templateId: 'T3' })).errCode).toBe(0);
  });

  test.each<[string, object]>([
    ['thing of 21 characters', { thing1: { value: '一二三四五六七八九十一二三四五六七八九十一' } }],
    ['thing with a new line', { thing1: { value: '一\n二' } }],
    ['empty thing', { thing1: { value: '' } }],
    ['number with words', { number1: { value: '3项' } }],
    ['letter with digits', { letter1: { value: 'A1' } }],
    ['symbol of six', { symbol1: { value: '!!!!!!' } }],
    ['character_string in Chinese', { character_string1: { value: '质安〔2026〕1号' } }],
    ['time in ISO', { time1: { value: '2026-11-24T17:00' } }],
    ['date with two joins', { date1: { value: '2026-11/24' } }],
    ['date of no month', { date1: { value: '2026年13月1日' } }],
    ['date of no day', { date1: { value: '2026年2月29日' } }],
    ['date that is a time', { date1: { value: '17:00' } }],
    ['time that is a date', { time1: { value: '2026年11月24日' } }],
    ['time of no hour', { time1: { value: '24:00' } }],
    ['time of no minute', { time1: { value: '12:60' } }],
    ['time after no month', { time1: { value: '13月45日 12:00' } }],
    ['three times', { time1: { value: '08:00~09:00~10:00' } }],
    ['number of 33 digits', { number1: { value: '1'.repeat(33) } }],
    ['thing with a tab', { thing1: { value: '一\t二' } }],
    ['thing with a line separator', { thing1: { value: '一\u2028二' } }],
    ['car_number with a dot', { car_number1: { value: '琼A·12345' } }],
    ['car_number with Chinese inside', { car_number1: { value: '琼A挂123' } }],
    ['enum of nothing', { enum1: { value: '' } }],
    ['key that every object has', { constructor1: { value: '备注' } }],
    ['amount of words', { amount1: { value: '一百' } }],
    ['phone_number of words', { phone_number1: { value: '见通讯录' } }],
    ['car_number too long', { car_number1: { value: '琼A12345678' } }],
    ['name of 11 characters', { name1: { value: '一二三四五六七八九十一' } }],
    ['phrase of 6 characters', { phrase1: { value: '等待整改回复' } }],
    ['phrase with letters', { phrase1: { value: 'OK' } }],
    ['key of no type', { remark1: { value: '备注' } }],
    ['key without a number', { thing: { value: '备注' } }],
    ['value that is no value', { thing1: '备注' }],
    ['nothing', {}],
  ])('refuses a %s, and the accept is not used up', async (_name, data) => {
    await accept('T4');
    expect((await send(data, { templateId: 'T4' })).errCode).toBe(47003);
    expect((await send(GOOD, { templateId: 'T4' })).errCode).toBe(0);
  });

  test('a template, a person, a page and a state must be ones', async () => {
    await accept('T5');
    expect((await send(GOOD, { templateId: '' })).errCode).toBe(40037);
    expect((await ask('subscribeMessage.send', { templateId: 'T5', data: GOOD })).errCode).toBe(40003);
    expect((await send(GOOD, { templateId: 'T5', page: '/pages/home/home' })).errCode).toBe(41030);
    expect((await send(GOOD, { templateId: 'T5', page: 'pages/none/none' })).errCode).toBe(41030);
    expect((await send(GOOD, { templateId: 'T5', miniprogramState: 'beta' })).errCode).toBe(47003);
    const whole = { miniprogramState: 'trial', lang: 'zh_CN', page: 'pages/project/show?id=1' };
    expect((await send(GOOD, { templateId: 'T5', ...whole })).errCode).toBe(0);
  });
});

describe('wxacode.getUnlimited', () => {
  const make = (data: object) => ask('wxacode.getUnlimited', data);

  test('the picture is read by a QR library and leads to the page with its scene', async () => {
    const answer = await make({ scene: 'p=HK0001', page: 'pages/project/show', width: 430 });
    expect(answer).toMatchObject({ errCode: 0, contentType: 'image/png' });
    const { data, width, height } = PNG.sync.read(Buffer.from(String(answer['picture']), 'base64'));
    expect([width, height]).toEqual([430, 430]);
    const read = jsQR(new Uint8ClampedArray(data), width, height);
    expect(read?.data).toMatch(/^wxacode:\/\/wx[0-9a-f]{16}\/pages\/project\/show\?scene=p%3DHK0001$/);
    const { codes } = await panel('codes');
    expect(codes).toContainEqual(expect.objectContaining({ scene: 'p=HK0001', page: 'pages/project/show' }));
  });

  test('every character the scene may hold survives', async () => {
    const scene = "!#$&'()*+,/:;=?@-._~aZ0";
    const { picture } = await make({ scene, page: 'pages/project/show', width: 600 });
    const { data, width, height } = PNG.sync.read(Buffer.from(String(picture), 'base64'));
    const text = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
    expect(decodeURIComponent(text.split('?scene=')[1] ?? '')).toBe(scene);
  });

  test.each<[string, object, number]>([
    ['33 characters', { scene: 'a'.repeat(33) }, 40129],
    ['no scene', { scene: '' }, 40129],
    ['Chinese', { scene: '工程' }, 40129],
    ['a percent sign', { scene: 'a%20' }, 40129],
    ['a page with a slash in front', { scene: 'a', page: '/pages/home/home' }, 41030],
    ['a page with a query', { scene: 'a', page: 'pages/home/home?x=1' }, 41030],
    ['a page that is not there', { scene: 'a', page: 'pages/none/none' }, 41030],
    ['a width of 279', { scene: 'a', width: 279 }, 40097],
    ['a width of 1281', { scene: 'a', width: 1281 }, 40097],
    ['a version that is none', { scene: 'a', envVersion: 'beta' }, 40097],
  ])('refuses %s', async (_name, data, errCode) => {
    expect((await make(data)).errCode).toBe(errCode);
  });

  test('32 characters are taken; a page not yet released when it is not to be checked', async () => {
    expect((await make({ scene: 'a'.repeat(32) })).errCode).toBe(0);
    expect((await make({ scene: 'a', page: 'pages/new/new', checkPath: false })).errCode).toBe(0);
  });
});

describe('security', () => {
  const text = (content: string, extra: object = {}) =>
    ask('security.msgSecCheck', { content, version: 2, scene: 2, openid: 'me', ...extra });
  const media = (extra: object = {}) =>
    ask('security.mediaCheckAsync', {
      mediaUrl: `${started.cloud.url}/files/x.jpg`,
      mediaType: 2,
      version: 2,
      scene: 1,
      openid: 'me',
      ...extra,
    });

  test('a text passes, is to be reviewed, or is risky', async () => {
    expect(await text('脚手架连墙件缺失')).toMatchObject({
      errCode: 0,
      result: { suggest: 'pass', label: 100 },
    });
    expect(await text('含复核测试的话')).toMatchObject({ result: { suggest: 'review' } });
    expect(await text('含违禁测试的话')).toMatchObject({ result: { suggest: 'risky' } });
  });

  test.each<[string, string, object, number]>([
    ['2501 characters', '字'.repeat(2501), {}, 45002],
    ['no text', '', {}, 44002],
    ['version 1', '字', { version: 1 }, 47001],
    ['scene 5', '字', { scene: 5 }, 40129],
    ['nobody', '字', { openid: '' }, 40003],
    ['somebody who has not been here', '字', { openid: 'oSomebodyElse' }, 61010],
  ])('a text check refuses %s', async (_name, content, extra, errCode) => {
    expect((await text(content, extra)).errCode).toBe(errCode);
  });

  test('2500 characters are checked', async () => {
    expect((await text('字'.repeat(2500))).errCode).toBe(0);
  });

  test('the result of a picture is pushed to the function that takes messages', async () => {
    await panel('verdict', { verdict: 'risky' });
    const { errCode, traceId } = await media();
    await panel('verdict', { verdict: 'pass' });
    expect(errCode).toBe(0);
    const pushed = await until(async () => {
      const { lines } = (await panel('logs')) as { lines: { name: string; text: string }[] };
      return lines.find(({ name, text: line }) => name === 'wechat-push' && line.includes(String(traceId)));
    });
    expect(JSON.parse(pushed.text)).toMatchObject({
      Event: 'wxa_media_check',
      trace_id: traceId,
      result: { suggest: 'risky', label: 20006 },
      SOURCE: 'wx_unknown',
    });
  });

  test.each<[string, object, number]>([
    ['no address', { mediaUrl: '' }, 44002],
    ['what is no address', { mediaUrl: 'cloud://x' }, 47001],
    ['a type that is none', { mediaType: 3 }, 40004],
    ['a scene that is none', { scene: 5 }, 40129],
  ])('a media check refuses %s', async (_name, extra, errCode) => {
    expect((await media(extra)).errCode).toBe(errCode);
  });
});

test('a function whose config.json does not name the interface may not call it', async () => {
  const answer = await ask('wxacode.getUnlimited', { scene: 'a' }, ME, 'forbidden');
  expect(answer.errCode).toBe(-604101);
});

test('an interface the double does not know is refused by name', async () => {
  const { errCode, errMsg } = await ask('customerServiceMessage.send', {});
  expect(errCode).toBe(-501001);
  expect(errMsg).toContain('the double of WeChat does not know');
});

describe('the reverse geocoder', () => {
  const name = async (query: string): Promise<unknown> =>
    (await fetch(`${started.cloud.url}/lbs/ws/geocoder/v1/?${query}`)).json();

  test('names the city whose centre is nearest, latitude first as the service takes it', async () => {
    expect(await name('location=20.03,110.33&key=k')).toMatchObject({
      status: 0,
      result: { address: '海南省海口市', ad_info: { adcode: '460100' } },
    });
    expect(await name('location=18.25,109.51&key=k')).toMatchObject({ result: { address: '海南省三亚市' } });
  });

  test('far out at sea there is no address', async () => {
    expect(await name('location=5,150&key=k')).toMatchObject({ status: 0, result: { address: '' } });
  });

  test.each([
    ['key=k', 310],
    ['location=x,y&key=k', 310],
    ['location=91,110&key=k', 310],
    ['location=20,181&key=k', 310],
    ['location=20.03,110.33', 311],
  ])('refuses %s', async (query, status) => {
    expect(await name(query)).toMatchObject({ status });
  });
});
