import path from 'node:path';
import simulate from 'miniprogram-simulate';

const MINIPROGRAM = path.resolve(__dirname, '../../miniprogram');

const errors = (globalThis as unknown as { __componentErrors: unknown[] }).__componentErrors;

/** What render gives back, as far as these tests use it: the tool's own types leave half of it out. */
interface Rendered {
  readonly dom?: HTMLElement;
  querySelector(selector: string): Rendered | undefined;
  querySelectorAll(selector: string): Rendered[];
  setData(data: object): void;
  dispatchEvent(name: string): void;
  attach(parent: Node): void;
  addEventListener(name: string, handler: (event: { detail: unknown }) => void): void;
}

/** Loads once a component: a second load of a path in one file renders nothing (a known fault of the tool). */
const load = (name: string): string =>
  simulate.load(path.join(MINIPROGRAM, `components/${name}/${name}`), name, { rootPath: MINIPROGRAM });

const render = (id: string, properties: object): Rendered =>
  simulate.render(id, properties) as unknown as Rendered;

const attach = (component: Rendered): Rendered => {
  component.attach(document.createElement('div'));
  return component;
};

const textOf = (component: Rendered): string =>
  (component.dom?.textContent ?? '').replace(/\s+/g, ' ').trim();

afterEach(() => {
  expect(errors).toEqual([]);
});

describe('record-card', () => {
  let id: string;
  beforeAll(() => {
    id = load('record-card');
  });

  const card = {
    id: 'r1',
    title: '滨江新城三期 A 区',
    subtitle: '安全 · 3 号楼 · 陈海生',
    tag: { word: '审核未通过', tone: 'bad', sign: '✕' },
    chips: [{ word: '问题 1', tone: 'neutral', sign: '' }],
    when: '今天 14:05',
    note: '原因：照片不清',
    isUnread: true,
  };

  test('shows title, state in words with its sign, note and time', () => {
    const component = attach(render(id, { card }));
    const text = textOf(component);
    for (const part of ['滨江新城三期 A 区', '✕', '审核未通过', '原因：照片不清', '问题 1', '今天 14:05']) {
      expect(text).toContain(part);
    }
    expect(component.querySelector('.unread')).toBeTruthy();
  });

  test('a read record without a note shows neither dot nor note', () => {
    const component = attach(render(id, { card: { ...card, isUnread: false, note: '' } }));
    expect(component.querySelector('.unread')).toBeFalsy();
    expect(component.querySelector('.note')).toBeFalsy();
  });

  test('a tap tells which record to open', () => {
    const component = attach(render(id, { card }));
    const opened: unknown[] = [];
    component.addEventListener('open', (event) => opened.push(event.detail));
    component.querySelector('.card')?.dispatchEvent('tap');
    return simulate.sleep(0).then(() => expect(opened).toEqual([{ id: 'r1' }]));
  });
});

describe('evidence-grid', () => {
  let id: string;
  beforeAll(() => {
    id = load('evidence-grid');
  });

  test('numbers the photos in order and offers to add while there is room', () => {
    const component = attach(render(id, { photos: ['a.jpg', 'b.jpg'], isEditable: true, max: 3 }));
    expect(component.querySelectorAll('.number').map((cell) => cell.dom?.textContent)).toEqual(['1', '2']);
    expect(component.querySelector('.add')).toBeTruthy();
    component.setData({ photos: ['a.jpg', 'b.jpg', 'c.jpg'] });
    expect(component.querySelector('.add')).toBeFalsy();
  });

  test('read only, it offers no adding, and says which were drawn on', () => {
    const component = attach(render(id, { photos: ['a.jpg', 'b.jpg'], edited: [false, true] }));
    expect(component.querySelector('.add')).toBeFalsy();
    expect(component.querySelectorAll('.edited')).toHaveLength(1);
  });
});

describe('form-row', () => {
  let id: string;
  beforeAll(() => {
    id = load('form-row');
  });

  test('an error takes the place of the hint', () => {
    const component = attach(
      render(id, { label: '抽查部位', hint: '楼栋号', error: '缺少抽查部位，请填写' }),
    );
    expect(textOf(component)).toContain('缺少抽查部位，请填写');
    expect(textOf(component)).not.toContain('楼栋号');
  });

  test('only a link answers a tap', async () => {
    const told: string[] = [];
    const link = attach(render(id, { label: '工程名称', isLink: true }));
    link.addEventListener('choose', () => told.push('link'));
    link.querySelector('.row')?.dispatchEvent('tap');
    const plain = attach(render(id, { label: '抽查类型', isLink: false }));
    plain.addEventListener('choose', () => told.push('plain'));
    plain.querySelector('.row')?.dispatchEvent('tap');
    await simulate.sleep(0);
    expect(told).toEqual(['link']);
  });
});
