import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

/** Ratios within one run, and seconds where a person waits: npm run bench -- [cloud] [phone] [--json] */
ensureInstalled();
const { ensureBrowser } = await import('./ensure-browser.mjs');
const { build } = await import('esbuild');
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
const child = spawn(process.execPath, [outfile, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, CHROME_PATH: await ensureBrowser() },
});
child.on('exit', (code) => process.exit(code ?? 1));
