import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const MIN_NODE = 20;
const STAMP = path.join(ROOT, 'node_modules', '.installed-lock');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .update(process.version)
    .digest('hex');

/** Installs exactly what package-lock.json names, once per lock file; needs nothing but Node and npm. */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < MIN_NODE) {
    console.error(`需要 Node.js ${MIN_NODE} 或更高版本，当前为 ${process.version}`);
    process.exit(1);
  }
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return;
  console.log('正在安装依赖（npm install）…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not npm ci: it refuses a lock file that lacks the binaries of other platforms, which mirrors often lack too.
  const { status } = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('依赖安装失败，请检查网络或 npm 源后重试');
    process.exit(1);
  }
  writeFileSync(STAMP, lockHash());
}
