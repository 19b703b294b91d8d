import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../support/cloud';

const DIRECTION = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';

const REFUSED = [
  ['miniprogram/domain/x/x.ts', 'dayjs'],
  ['miniprogram/domain/x/x.ts', '../../services/project'],
  ['miniprogram/domain/x/x.ts', '../../../cloudfunctions/indexes'],
  ['miniprogram/platform/x.ts', '../services/project'],
  ['miniprogram/platform/x.ts', '../view/time'],
  ['miniprogram/services/x.ts', '../pages/home/home'],
  ['miniprogram/services/x.ts', '../view/time'],
  ['miniprogram/services/x.ts', '../components/icon/icon'],
  ['miniprogram/services/x.ts', '../../cloudfunctions/session/actions'],
  ['miniprogram/view/x.ts', '../services/project'],
  ['miniprogram/view/x.ts', '../platform/photos'],
  ['miniprogram/components/x/x.ts', '../../services/session'],
  ['miniprogram/components/x/x.ts', '../../platform/dialogs'],
  ['miniprogram/components/x/x.ts', '../../pickers/project-picker/project-picker'],
  ['miniprogram/pickers/x/x.ts', '../../pages/home/home'],
  ['miniprogram/media/x/x.ts', '../../services/session'],
  ['miniprogram/components/x/x.ts', '../../media/voice-row/voice-row'],
  ['miniprogram/pages/x/x.ts', '../../../cloudfunctions/_shared/database'],
  ['miniprogram/pages/x/x.ts', 'node:fs'],
  ['cloudfunctions/x/x.ts', '../../miniprogram/view/time'],
  ['cloudfunctions/x/x.ts', '../../local/cloud'],
  ['local/cloud/x.ts', '../../cloudfunctions/indexes'],
  ['local/phone/x.ts', '../../miniprogram/domain/errors'],
  ['miniprogram/outbox/x.ts', '../pages/home/home'],
  ['miniprogram/outbox/x.ts', '../view/time'],
  ['local/seed/x.ts', '../../cloudfunctions/session/actions'],
  ['local/seed/x.ts', '../../miniprogram/view/time'],
  ['local/x.ts', '../cloudfunctions/session/actions'],
] as const;

const ALLOWED = [
  ['miniprogram/domain/x/x.ts', '../errors'],
  ['miniprogram/services/x.ts', '../domain/errors'],
  ['miniprogram/view/x.ts', '../domain/errors'],
  ['miniprogram/components/x/x.ts', '../../view/time'],
  ['miniprogram/pickers/x/x.ts', '../../services/project'],
  ['miniprogram/pages/x/x.ts', '../../services/project'],
  ['cloudfunctions/x/x.ts', '../../miniprogram/domain/errors'],
  ['local/cloud/x.ts', '../../data/catalogue.json'],
  ['miniprogram/outbox/x.ts', '../services/session'],
  ['local/seed/x.ts', '../../miniprogram/domain/errors'],
  ['local/seed/x.ts', '../../cloudfunctions/_shared/catalogue'],
  ['local/x.ts', '../cloudfunctions/indexes'],
] as const;

const importing = ([file, module]: readonly [string, string]): [string, string] => [
  file,
  `import { x } from '${module}';\nexport const y = x;\n`,
];
const TYPES: [string, string] = [
  'miniprogram/view/x.ts',
  "import type { x } from '../services/project';\nexport type Y = typeof x;\n",
];
const BY_CALL = [
  'miniprogram/pages/x/x.ts',
  'cloudfunctions/x/x.ts',
  'local/cloud/x.ts',
  'local/phone/x.ts',
].map((file): [string, string] => [file, "export const y = await import('../../cloudfunctions/indexes');\n"]);
const usingCloud = (file: string): [string, string] => [file, "void wx.cloud.callFunction({ name: 'x' });\n"];
const CLOUD_REFUSED = ['pages/x/x.ts', 'view/x.ts', 'pickers/x/x.ts', 'components/x/x.ts'].map((file) =>
  usingCloud(`miniprogram/${file}`),
);
const CLOUD_ALLOWED = ['services/call-function.ts', 'platform/photos.ts'].map((file) =>
  usingCloud(`miniprogram/${file}`),
);

/** wx.cloud by another way of writing. */
const CLOUD_HIDDEN: [string, string][] = [
  ['miniprogram/pages/x/x.ts', "void wx['cloud'].callFunction({ name: 'x' });\n"],
  ['miniprogram/pages/x/x.ts', "const { cloud } = wx;\nvoid cloud.callFunction({ name: 'x' });\n"],
];

/** For each file and its text the rules it would break. */
const rulesOf = (files: readonly [string, string][]): string[][] => {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'test/support/lint-texts.mjs')], {
    cwd: ROOT,
    input: JSON.stringify(files),
    encoding: 'utf8',
  });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
};

test('values point inward only: what may not be imported is refused', () => {
  const found = rulesOf(REFUSED.map(importing));
  expect(REFUSED.filter((_, index) => !found[index]?.includes(DIRECTION))).toEqual([]);
});

test('what may be imported, and any type, is not refused', () => {
  expect(rulesOf([...ALLOWED.map(importing), TYPES]).flat()).toEqual([]);
});

test('nothing is imported by a call, which no rule would see', () => {
  expect(rulesOf(BY_CALL)).toEqual(BY_CALL.map(() => [SYNTAX]));
});

test('wx.cloud is used where it belongs and nowhere else', () => {
  expect(rulesOf(CLOUD_REFUSED)).toEqual(CLOUD_REFUSED.map(() => [SYNTAX]));
  expect(rulesOf(CLOUD_HIDDEN)).toEqual(CLOUD_HIDDEN.map(() => [SYNTAX]));
  expect(rulesOf(CLOUD_ALLOWED).flat()).toEqual([]);
});
