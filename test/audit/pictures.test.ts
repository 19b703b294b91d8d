import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SCREENS } from '../../audit/pages/screens';
import { ROOT } from '../support/cloud';

const DESIGN = readFileSync(path.join(ROOT, 'docs/design.md'), 'utf8');
const PICTURES = readdirSync(path.join(ROOT, 'docs/pictures'));
const NAMES = SCREENS.map(({ name }) => name);

test('no two screens have one name', () => {
  expect(new Set(NAMES).size).toBe(NAMES.length);
});

test.each(NAMES)('docs/design.md shows %s, and its picture is there', (name) => {
  expect(DESIGN).toContain(`![${name}](pictures/${name}.png)`);
  expect(existsSync(path.join(ROOT, 'docs/pictures', `${name}.png`))).toBe(true);
});

test('there is no picture of a page that is no more', () => {
  const shown = [...DESIGN.matchAll(/\]\(pictures\/([^\n]+?)\.png\)/g)].map(([, name]) => name);
  expect(shown.filter((name) => !NAMES.includes(name ?? ''))).toEqual([]);
  expect(PICTURES.filter((file) => !NAMES.includes(path.basename(file, '.png')))).toEqual([]);
});
