import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

/** Builds `<name>/main.ts` with what it needs of local/, and runs it with this command's arguments. */
export const runProgram = async (name) => {
  ensureInstalled();
  const { buildLocal, NODE_ALIAS } = await import('./build.mjs');
  const { build } = await import('esbuild');
  const outfile = path.join(ROOT, `dist/${name.replace('/', '-')}.js`);
  await buildLocal();
  await build({
    entryPoints: [path.join(ROOT, name, 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    alias: NODE_ALIAS,
    charset: 'utf8',
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
};
