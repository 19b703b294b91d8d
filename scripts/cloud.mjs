import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildFunctions, buildIndexes, buildLocal } from './build.mjs';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

/** local/cloud alone: npm run cloud -- --port N --data DIR */
ensureInstalled();
await Promise.all([buildFunctions(), buildIndexes(), buildLocal()]);
const child = spawn(process.execPath, [path.join(ROOT, 'dist/local/cloud.js'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
