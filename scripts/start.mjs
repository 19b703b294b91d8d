import { spawn } from 'node:child_process';
import path from 'node:path';
import { endWithNpm } from './end-with-npm.mjs';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

ensureInstalled();
const { buildAll } = await import('./build.mjs');
console.log('正在构建…');
await buildAll();

const child = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(ROOT, 'dist/local/start.js'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
// The terminal sends Ctrl-C to the whole group; a signal to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
endWithNpm(child);
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
