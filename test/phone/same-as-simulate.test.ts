import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startPhone, type Phone } from '../../local/phone';
import { ROOT } from '../support/cloud';
import { COMPONENT_CASES } from '../support/component-cases';
import { launchBrowser } from '../support/phone';
import { SmallPhone } from '../support/small-phone';

const folder = mkdtempSync(path.join(tmpdir(), 'zhian-same-'));
const program = path.join(folder, 'miniprogram');
let server: Phone;
let browser: Browser;

/** Our own components, every case of them on one page. */
const writeProgram = (): void => {
  cpSync(path.join(ROOT, 'miniprogram'), program, { recursive: true });
  const components = [...new Set(COMPONENT_CASES.map(({ component }) => component))];
  const using = components.map((name) => [name, `/components/${name}/${name}`] as const);
  const markup = COMPONENT_CASES.map(({ component, properties, taps }, index) => {
    const attributes = Object.keys(properties).map((key) => `${key}="{{cases[${index}].${key}}}"`);
    const listeners = [...new Set(taps.map(({ event }) => event))].map((event) => `bind:${event}="log"`);
    // One at a time: a sheet would lie over the others.
    return `<${component} wx:if="{{shown === ${index}}}" id="case-${index}" ${[...attributes, ...listeners].join(' ')} />`;
  });
  const data = JSON.stringify(COMPONENT_CASES.map(({ properties }) => properties));
  mkdirSync(path.join(program, 'pages/case'), { recursive: true });
  writeFileSync(path.join(program, 'app.json'), JSON.stringify({ pages: ['pages/case/case'] }));
  writeFileSync(path.join(program, 'app.ts'), 'globalThis.told = [];\nApp({});\n');
  const page = (extension: string): string => path.join(program, `pages/case/case.${extension}`);
  writeFileSync(page('json'), JSON.stringify({ usingComponents: Object.fromEntries(using) }));
  writeFileSync(page('wxml'), markup.join('\n'));
  writeFileSync(
    page('js'),
    `Page({ data: { cases: ${data}, shown: -1 }, log({ currentTarget, type, detail }) {
      globalThis.told.push([currentTarget.id, type, detail ?? {}]);
    } });`,
  );
};

beforeAll(async () => {
  writeProgram();
  server = await startPhone({
    rootDir: ROOT,
    miniprogramDir: program,
    nodeModulesDir: path.join(ROOT, 'node_modules'),
    outDir: path.join(folder, 'out'),
    port: 0,
    watch: false,
    cloudUrl: 'http://127.0.0.1:9',
    people: [],
    places: [],
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** All text that is shown, without the placeholders that the phone draws within its fields: the tool draws no field. */
const textOf = (node: Element): string => {
  const copy = node.cloneNode(true) as Element;
  for (const field of copy.querySelectorAll('wx-input, wx-textarea')) field.replaceChildren();
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove();
  return copy.textContent ?? '';
};

test('our components show and tell the same as in WeChat’s test tool', async () => {
  const phone = await SmallPhone.open(browser, server.url, 'touch', 'path=/pages/case/case');
  for (const [index, { component, name, text, taps }] of COMPONENT_CASES.entries()) {
    await phone.page.evaluate((shown) => {
      const { getCurrentPages } = globalThis as unknown as {
        getCurrentPages: () => { setData: (data: object) => void }[];
      };
      getCurrentPages()[0]?.setData({ shown });
    }, index);
    const shown = phone.page.locator(`#case-${index}`);
    // A sheet draws its inside a moment after it was told to open.
    if (text !== '') await shown.getByText(/\S/).first().waitFor();
    expect({ name, text: (await shown.evaluate(textOf)).replace(/\s+/g, '') }).toEqual({ name, text });
    for (const { part, index: which, event, told } of taps) {
      await phone.forget();
      // Classes of a component carry its name.
      const prefix = `components-${component}-${component}`;
      await phone.page.locator(`#case-${index} .${prefix}--${part}`).nth(which).tap();
      expect({ name, told: await phone.told() }).toEqual({
        name,
        told: told.map((detail) => [`case-${index}`, event, detail]),
      });
    }
  }
  await phone.close();
});
