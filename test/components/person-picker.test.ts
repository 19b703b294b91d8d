import simulate from 'miniprogram-simulate';
import { loadComponent, renderOn, textOf, type Rendered } from '../support/rendered';

const errors = (globalThis as unknown as { __componentErrors: unknown[] }).__componentErrors;
afterEach(() => expect(errors).toEqual([]));

const PEOPLE = [
  { personId: '1', name: '罗启明', position: '项目负责人', organisation: '滨江置业' },
  { personId: '2', name: '赵铁山', position: '项目经理', organisation: '琼建集团' },
  { personId: '3', name: '钱学农', position: '技术负责人', organisation: '琼建集团' },
];

let id: string;
beforeAll(() => {
  id = loadComponent('person-picker', 'pickers');
  Object.assign(wx, { getWindowInfo: () => ({ windowHeight: 812 }) });
});

const open = async (change: object = {}): Promise<Rendered> => {
  const picker = renderOn(id, {
    isOpen: false,
    title: '下达接收人',
    noneMeans: '可多选，也可不选',
    people: PEOPLE,
    pickedIds: [],
    recentIds: [],
    ...change,
  });
  picker.setData({ isOpen: true });
  await simulate.sleep(0);
  return picker;
};
const tap = async (picker: Rendered, part: string, index: number): Promise<void> => {
  picker.querySelectorAll(`.${part}`)[index]?.dispatchEvent('tap');
  await simulate.sleep(0);
};
const textsOf = (picker: Rendered, part: string): string[] =>
  picker.querySelectorAll(`.${part}`).map((each) => textOf(each));

test('people stand by unit, those chosen lately first with the unit they are of', async () => {
  const picker = await open({ recentIds: ['3'] });
  expect(textsOf(picker, 'heading')).toEqual(['最近', '滨江置业', '琼建集团']);
  expect(textsOf(picker, 'person')).toEqual([
    '钱学农琼建集团 技术负责人',
    '罗启明项目负责人',
    '赵铁山项目经理',
  ]);
});

test('the chosen are chips in the order they were ticked; a chip takes its person off again', async () => {
  const picker = await open();
  expect(textsOf(picker, 'chip')).toEqual([]);
  await tap(picker, 'person', 2);
  await tap(picker, 'person', 0);
  expect(textsOf(picker, 'chip')).toEqual(['钱学农', '罗启明']);
  expect(textOf(picker.querySelector('.foot'))).toContain('确定（2 人）');
  await tap(picker, 'chip', 0);
  expect(textsOf(picker, 'chip')).toEqual(['罗启明']);
  expect(picker.querySelectorAll('.picked')).toHaveLength(1);
});

test('确定 tells the ids in that order, also of those the search does not show', async () => {
  const picker = await open({ pickedIds: ['3'] });
  const told: unknown[] = [];
  picker.addEventListener('pick', ({ detail }) => told.push(detail));
  picker.instance['onSearch']?.({ detail: { keyword: '赵' } });
  await simulate.sleep(0);
  expect(textsOf(picker, 'person')).toEqual(['赵铁山项目经理']);
  await tap(picker, 'person', 0);
  picker.instance['onDone']?.({});
  expect(told).toEqual([{ ids: ['3', '2'] }]);
});

test('closing tells nothing of what was ticked, and opening again begins with what holds', async () => {
  const picker = await open({ pickedIds: ['1'] });
  const told: string[] = [];
  picker.addEventListener('pick', () => told.push('pick'));
  picker.addEventListener('close', () => told.push('close'));
  await tap(picker, 'person', 1);
  picker.instance['onClose']?.({});
  picker.setData({ isOpen: false });
  picker.setData({ isOpen: true });
  await simulate.sleep(0);
  expect(told).toEqual(['close']);
  expect(textsOf(picker, 'chip')).toEqual(['罗启明']);
});

test('nobody on offer, and nobody found, are told apart', async () => {
  expect(textOf(await open({ people: [] }))).toContain('没有可以选择的人员');
  const picker = await open();
  picker.instance['onSearch']?.({ detail: { keyword: '无此人' } });
  await simulate.sleep(0);
  expect(textOf(picker)).toContain('没有找到这样的人员');
});

test('of a hundred and sixty people those on the screen are drawn, and of a hundred chosen the last twenty stand above', async () => {
  const many = Array.from({ length: 160 }, (_, at) => ({
    personId: `p${at}`,
    name: `第 ${at} 人`,
    position: '施工员',
    organisation: `第 ${Math.floor(at / 8)} 家`,
  }));
  const picker = await open({ people: many, pickedIds: many.slice(0, 100).map(({ personId }) => personId) });
  const drawn = picker.querySelectorAll('.person').length;
  expect(drawn).toBeGreaterThanOrEqual(8);
  expect(drawn).toBeLessThan(40);
  expect(picker.querySelectorAll('.chip')).toHaveLength(20);
  expect(textOf(picker.querySelector('.foot'))).toContain('确定（100 人）');
  // Further down the last one is found, and ticked like the others.
  picker.instance['onScroll']?.({ detail: { scrollTop: 160 * 52 } });
  await simulate.sleep(0);
  expect(textsOf(picker, 'person').at(-1)).toBe('第 159 人施工员');
});
