import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

/** Ratios within one run: npm run bench -- [cloud] [functions] [--json] */
ensureInstalled();
const { buildLocal } = await import('./build.mjs');
const { build } = await import('esbuild');
await buildLocal();
const outfile = path.join(ROOT, 'dist/bench.js');
await build({
  entryPoints: [path.join(ROOT, 'bench/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  charset: 'utf8',
  logLevel: 'error',
});
const child = spawn(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
