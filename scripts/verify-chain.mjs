import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildLocal } from './build.mjs';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

/** Whether every chain of a database holds: npm run verify-chain [-- --data DIR] */
ensureInstalled();
// Nothing but itself: a program that is running goes on with what it was built of.
await buildLocal(['verify-chain']);
const child = spawn(
  process.execPath,
  [path.join(ROOT, 'dist/local/verify-chain.js'), ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 2));
