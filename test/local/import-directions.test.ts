import { spawnSync } from 'node:child_process';
import { ROOT } from '../support/cloud';

/** eslint loads its configuration by import(), which jest's own module system does not let through: a process of its own. */
const LINT = `
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
const eslint = new ESLint();
const snippets = JSON.parse(readFileSync(0, 'utf8'));
const rules = [];
for (const [filePath, code] of snippets) {
  const [{ messages }] = await eslint.lintText(code, { filePath });
  rules.push(messages.map(({ ruleId, message }) => ruleId ?? message));
}
console.log(JSON.stringify(rules));
`;

const lint = (snippets: readonly (readonly [file: string, code: string])[]): string[][] => {
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', LINT], {
    cwd: ROOT,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as string[][];
};

/** A file of each layer, one that each layer imports, and from where it is not imported. */
const REFUSED: readonly (readonly [file: string, target: string])[] = [
  ['miniprogram/domain/x.ts', '../pages/home/home'],
  ['miniprogram/domain/x.ts', '../services/session'],
  ['miniprogram/domain/x.ts', '../view/time'],
  ['miniprogram/domain/x.ts', '../platform/dialogs'],
  ['miniprogram/domain/x.ts', 'dayjs'],
  ['miniprogram/domain/inbox/x.ts', '../../../cloudfunctions/_shared/hash'],
  ['miniprogram/services/x.ts', '../pages/home/home'],
  ['miniprogram/services/x.ts', '../view/time'],
  ['miniprogram/services/x.ts', '../components/icon/icon'],
  ['miniprogram/services/x.ts', '../outbox/queue'],
  ['miniprogram/view/x.ts', '../services/session'],
  ['miniprogram/view/x.ts', '../platform/dialogs'],
  ['miniprogram/view/x.ts', '../pages/home/home'],
  ['miniprogram/view/x.ts', '../components/icon/icon'],
  ['miniprogram/components/x/x.ts', '../../services/session'],
  ['miniprogram/components/x/x.ts', '../../pages/home/home'],
  ['miniprogram/components/x/x.ts', '../../outbox/queue'],
  ['miniprogram/platform/x.ts', '../services/session'],
  ['miniprogram/platform/x.ts', '../view/time'],
  ['miniprogram/platform/x.ts', '../pages/home/home'],
  ['miniprogram/outbox/x.ts', '../pages/home/home'],
  ['miniprogram/outbox/x.ts', '../components/icon/icon'],
  ['miniprogram/outbox/x.ts', '../view/time'],
  ['miniprogram/pages/x/x.ts', '../../../cloudfunctions/session/actions'],
  ['miniprogram/pages/x/x.ts', '../../../local/start'],
  ['miniprogram/pages/x/x.ts', 'node:fs'],
  ['miniprogram/app.ts', '../cloudfunctions/session/actions'],
  ['cloudfunctions/x/x.ts', '../../local/cloud'],
  ['cloudfunctions/x/x.ts', '../../miniprogram/view/time'],
  ['cloudfunctions/x/x.ts', '../../miniprogram/services/session'],
  ['local/cloud/x.ts', '../../cloudfunctions/session/actions'],
  ['local/cloud/x.ts', '../../miniprogram/domain/errors'],
  ['local/phone/x.ts', '../../miniprogram/view/time'],
  ['local/seed/x.ts', '../../cloudfunctions/session/actions'],
  ['local/seed/x.ts', '../../miniprogram/view/time'],
  ['local/start.ts', '../cloudfunctions/session/actions'],
];

const ALLOWED: readonly (readonly [file: string, target: string])[] = [
  ['miniprogram/domain/inbox/x.ts', '../inspection/inspection'],
  ['miniprogram/services/x.ts', '../platform/navigation'],
  ['miniprogram/services/x.ts', '../domain/errors'],
  ['miniprogram/view/x.ts', '../domain/errors'],
  ['miniprogram/components/x/x.ts', '../../view/time'],
  ['miniprogram/outbox/x.ts', '../services/session'],
  ['miniprogram/outbox/x.ts', '../platform/photos'],
  ['miniprogram/pages/x/x.ts', '../../services/session'],
  ['miniprogram/pages/x/x.ts', '../../platform/dialogs'],
  ['cloudfunctions/x/x.ts', '../../miniprogram/domain/errors'],
  ['local/seed/x.ts', '../../miniprogram/domain/errors'],
  ['local/seed/x.ts', '../../cloudfunctions/_shared/catalogue'],
  ['local/start.ts', '../cloudfunctions/indexes'],
];

const FORMS = [
  (target: string) => `import { thing } from '${target}';\nthing();\n`,
  (target: string) => `export { thing } from '${target}';\n`,
  (target: string) => `await import('${target}');\n`,
];
const TYPE = (target: string) => `import type { Thing } from '${target}';\nexport type Other = Thing;\n`;

const CLOUD = [
  'wx.cloud.database();\n',
  "wx['cloud'].database();\n",
  'const { cloud } = wx;\ncloud.database();\n',
];
const CLOSED = [
  'pages/x/x.ts',
  'components/x/x.ts',
  'view/x.ts',
  'services/x.ts',
  'outbox/x.ts',
  'app.ts',
  'domain/x.ts',
];
const OPEN = ['services/call-function.ts', 'platform/x.ts'];

/** Every snippet in one run, each under its own name. */
const cases: { name: string; snippet: readonly [string, string]; isRefused: boolean }[] = [
  ...REFUSED.flatMap(([file, target]) =>
    FORMS.map((form) => ({ snippet: [file, form(target)] as const, isRefused: true })),
  ),
  ...REFUSED.filter(([, target]) => target.startsWith('.')).map(([file, target]) => ({
    snippet: [file, TYPE(target)] as const,
    isRefused: false,
  })),
  ...ALLOWED.flatMap(([file, target]) =>
    FORMS.map((form) => ({ snippet: [file, form(target)] as const, isRefused: false })),
  ),
  ...CLOSED.flatMap((file) =>
    CLOUD.map((code) => ({ snippet: [`miniprogram/${file}`, code] as const, isRefused: true })),
  ),
  ...OPEN.map((file) => ({ snippet: [`miniprogram/${file}`, CLOUD[0] ?? ''] as const, isRefused: false })),
].map((each) => ({ ...each, name: `${each.snippet[0]}: ${each.snippet[1].split('\n')[0] ?? ''}` }));

const found = lint(cases.map(({ snippet }) => snippet));

test.each(
  cases.map(({ name, isRefused }, index) => [isRefused ? 'refused' : 'allowed', name, index] as const),
)('%s — %s', (expected, _, index) => {
  const rules = (found[index] ?? []).filter((rule) => /restricted/.test(rule));
  expect(rules.length > 0 ? 'refused' : 'allowed').toBe(expected);
  // Nothing else is wrong with the snippet: it was parsed and judged.
  expect(found[index]).toEqual(rules);
});
