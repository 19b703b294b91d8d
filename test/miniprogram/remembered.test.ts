import { forget, remember, remembered } from '../../miniprogram/platform/remembered';
import { bareWx } from '../support/page';

beforeEach(() => void bareWx());

test('the last chosen stands first, and once', () => {
  remember('recentPeople', ['a', 'b']);
  expect(remember('recentPeople', ['c', 'b'])).toEqual(['c', 'b', 'a']);
  expect(remembered('recentPeople')).toEqual(['c', 'b', 'a']);
  expect(remembered('recentEntries')).toEqual([]);
});

test('a project chosen again is one project, with what is known of it now', () => {
  const idOf = ({ id }: { id: string }) => id;
  remember('recentProjects', [{ id: '1', name: '旧名' }], idOf);
  remember('recentProjects', [{ id: '2', name: '乙' }], idOf);
  expect(remember('recentProjects', [{ id: '1', name: '新名' }], idOf)).toEqual([
    { id: '1', name: '新名' },
    { id: '2', name: '乙' },
  ]);
});

test('ten projects are kept, the oldest go', () => {
  for (let index = 1; index <= 12; index += 1) remember('recentProjects', [String(index)]);
  expect(remembered('recentProjects')).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
});

test('what is forgotten is gone', () => {
  remember('favouriteEntries', ['a', 'b']);
  expect(forget('favouriteEntries', 'a')).toEqual(['b']);
  expect(remembered('favouriteEntries')).toEqual(['b']);
});
