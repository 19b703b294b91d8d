import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../support/cloud';

const MODULE = pathToFileURL(path.join(ROOT, 'scripts/end-with-npm.mjs')).href;
/** What `npm start` starts: it starts the program and tells its number. */
const STARTER = `
import { spawn } from 'node:child_process';
import { endWithNpm } from '${MODULE}';
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
endWithNpm(child);
child.on('exit', () => process.exit());
console.log(child.pid);
`;
/** npm, as far as it matters: it starts the above and waits. */
const NPM = `
import { spawn } from 'node:child_process';
spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(STARTER)}], { stdio: 'inherit' });
setInterval(() => {}, 1000);
`;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('the program ends when npm alone is ended', async () => {
  const npm = spawn(process.execPath, ['--input-type=module', '-e', NPM], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(npm.stdout, 'data')) as [Buffer];
  const program = Number(line.toString('utf8'));
  expect(isRunning(program)).toBe(true);
  npm.kill('SIGTERM');
  while (isRunning(program)) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isRunning(program)).toBe(false);
});
