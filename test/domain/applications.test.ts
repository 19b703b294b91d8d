import { applicationsFor } from '../../miniprogram/domain/applications/applications';
import type { Role } from '../../miniprogram/domain/people/post';

const shown = (roles: readonly Role[], pinned: Parameters<typeof applicationsFor>[1] = []): string =>
  applicationsFor(roles, pinned)
    .map(({ id, isPinned }) => `${isPinned ? '*' : ''}${id}`)
    .join(' ');

test.each<[Role[], string]>([
  [['supervisor'], 'location inspection'],
  [['head'], 'location inspection'],
  [['participant'], 'location inspection'],
  [['bureau'], 'location'],
  [['administrator'], ''],
  [['administrator', 'supervisor'], 'location inspection'],
])('%j use: %s', (roles, expected) => {
  expect(shown(roles)).toBe(expected);
});

test('what was pinned stands first, in the order given; what may not be used is not shown for being pinned', () => {
  expect(shown(['supervisor'], ['inspection'])).toBe('*inspection location');
  expect(shown(['supervisor'], ['inspection', 'location'])).toBe('*inspection *location');
  expect(shown(['bureau'], ['inspection'])).toBe('location');
});
