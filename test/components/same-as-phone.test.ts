import path from 'node:path';
import simulate from 'miniprogram-simulate';
import { COMPONENT_CASES } from '../support/component-cases';

const MINIPROGRAM = path.resolve(__dirname, '../../miniprogram');

interface Rendered {
  readonly dom?: HTMLElement;
  querySelectorAll(selector: string): { dispatchEvent(name: string): void }[];
  attach(parent: Node): void;
  addEventListener(name: string, handler: (event: { detail: unknown }) => void): void;
}

/** Loaded once each: a second load of a path in one file renders nothing (a known fault of the tool). */
const ids = new Map<string, string>();
beforeAll(() => {
  for (const { component } of COMPONENT_CASES) {
    if (ids.has(component)) continue;
    const file = path.join(MINIPROGRAM, `components/${component}/${component}`);
    ids.set(component, simulate.load(file, component, { rootPath: MINIPROGRAM }));
  }
});

test.each(COMPONENT_CASES)(
  'in WeChat’s test tool, $component: $name',
  async ({ component, properties, text, taps }) => {
    const rendered = simulate.render(ids.get(component) ?? '', properties) as unknown as Rendered;
    rendered.attach(document.createElement('div'));
    expect((rendered.dom?.textContent ?? '').replace(/\s+/g, '')).toBe(text);
    for (const { part, index, event, told } of taps) {
      const heard: unknown[] = [];
      rendered.addEventListener(event, ({ detail }) => heard.push(detail ?? {}));
      rendered.querySelectorAll(`.${part}`)[index]?.dispatchEvent('tap');
      await simulate.sleep(0);
      expect(heard).toEqual(told);
    }
  },
);
