import { get } from 'node:http';
import { startPhone, type Phone } from '../../local/phone';
import { BrokenProgram, RIGHT } from '../support/broken-program';
import { until } from '../support/until';

const program = new BrokenProgram();
let phone: Phone;
let reloads = 0;
let stopListening: () => void;
const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  program.write(RIGHT);
  phone = await startPhone({
    ...program.options,
    port: 0,
    watch: true,
    cloudUrl: '',
    people: [],
    places: [],
  });
  // What an open page listens to.
  const request = get(`${phone.url}/events`, (response) =>
    response.on('data', (piece: Buffer) => {
      if (piece.toString().includes('event: reload')) reloads += 1;
    }),
  );
  stopListening = () => request.destroy();
  await new Promise((resolve) => request.once('response', resolve));
});
afterAll(async () => {
  stopListening();
  await phone.close();
  await program.remove();
  told.mockRestore();
});

test.each([
  ['pages/p/p.wxml', '<view>{{f()}}</view>', /^pages\/p\/p\.wxml:1:9 模板里只能调用/],
  ['pages/p/p.wxss', "@import './p.wxss';", /^pages\/p\/p\.wxss:1:1 样式有误：@import 引用了自己/],
  ['pages/p/p.wxs', 'var a = /b/', /^pages\/p\/p\.wxs:1:9 WXS 没有正则字面量/],
  ['pages/p/p.json', '{', /^pages\/p\/p\.json:1:2 JSON 写法有误/],
  ['pages/p/p.ts', 'wx.typo();', /^pages\/p\/p\.ts:1:1 没有 wx\.typo/],
  ['own/card.json', '{}', /^pages\/p\/p\.json:2:36 own-card 用的 own\/card 不是组件/],
  ['app.json', '{ "pages": [] }', /^app\.json:1:1 没有页面/],
])(
  'a broken %s is told while the phone runs; mended, the open pages load anew',
  async (name, broken, sentence) => {
    told.mockClear();
    program.write({ [name]: broken });
    const message = await until(() => told.mock.calls[0]?.[0] as string | undefined);
    expect(program.named(message)).toMatch(sentence);
    const before = reloads;
    program.write({ [name]: RIGHT[name] });
    await until(() => (reloads > before ? true : undefined));
  },
);
