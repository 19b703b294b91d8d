import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

ensureInstalled();
const { ensureBrowser } = await import('./ensure-browser.mjs');
const { buildAll } = await import('./build.mjs');

const RESULTS = path.join(ROOT, 'dist/test-results.json');
const bin = (name) => path.join(ROOT, 'node_modules', name);
let passed = 0;
let failed = 0;

/** A gate counts as one test: it passes or fails as a whole. */
function gate(name, script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status === 0) passed += 1;
  else failed += 1;
}

/** @returns whether jest ran to its end and wrote what it counted */
function jest(args, env) {
  rmSync(RESULTS, { force: true });
  spawnSync(
    process.execPath,
    [bin('jest/bin/jest.js'), '--json', `--outputFile=${RESULTS}`, '--silent=false', ...args],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
  );
  try {
    const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
    passed += results.numPassedTests;
    failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  } catch {
    console.error('jest 没有运行完');
    failed += 1;
  }
}

mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
const browser = await ensureBrowser();
gate('类型', bin('typescript/bin/tsc'), ['-b']);
gate('规范', bin('eslint/bin/eslint.js'), ['.']);
gate('格式', bin('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']);
gate('颜色', path.join(ROOT, 'scripts/build-tokens.mjs'), ['--check']);
gate('页面', path.join(ROOT, 'scripts/audit-pages.mjs'), ['--share']);
gate('分包大小', path.join(ROOT, 'scripts/audit-packages.mjs'), []);
await buildAll();
jest(process.argv.slice(2), { CHROME_PATH: browser, TZ: 'UTC' });

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
