import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

const SOURCE = path.join(ROOT, 'cloudfunctions');
const DIST = path.join(ROOT, 'dist');

/** Names of the cloud functions: the folders with an entry. */
async function functionNames() {
  const entries = await readdir(SOURCE, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(path.join(SOURCE, entry.name, 'index.ts')))
    .map((entry) => entry.name);
}

/**
 * Each function becomes one file with everything in it, as it is uploaded: shared code is in
 * miniprogram/domain and cloudfunctions/_shared, which the service does not see.
 */
export async function buildFunctions() {
  const { build } = await import('esbuild');
  const names = await functionNames();
  const out = path.join(DIST, 'cloudfunctions');
  await Promise.all(
    names.map(async (name) => {
      await build({
        entryPoints: [path.join(SOURCE, name, 'index.ts')],
        outfile: path.join(out, name, 'index.js'),
        bundle: true,
        platform: 'node',
        target: 'node18',
        format: 'cjs',
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'error',
      });
      await cp(path.join(SOURCE, name, 'config.json'), path.join(out, name, 'config.json'));
      await writeFile(
        path.join(out, name, 'package.json'),
        `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' })}\n`,
      );
    }),
  );
  const known = new Set(names);
  for (const folder of await readdir(out)) {
    if (!known.has(folder)) await rm(path.join(out, folder), { recursive: true });
  }
  return names;
}

/** The declared indexes as data, for local/cloud and for deployment. */
export async function buildIndexes() {
  const { build } = await import('esbuild');
  const outfile = path.join(DIST, 'indexes.mjs');
  await build({
    entryPoints: [path.join(SOURCE, 'indexes.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    logLevel: 'error',
  });
  const { INDEXES } = await import(`${pathToFileURL(outfile).href}?at=${Date.now()}`);
  await writeFile(path.join(DIST, 'indexes.json'), `${JSON.stringify(INDEXES, null, 1)}\n`);
}

/** The catalogue as phones fetch it: one compact file, named by its version. */
export async function buildCatalogue() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { CATALOGUE, CATALOGUE_EDITION } from './cloudfunctions/_shared/catalogue';
        export { packCatalogue, catalogueVersion } from './miniprogram/domain/catalogue/catalogue-file';
        export { sha256 } from './cloudfunctions/_shared/hash';`,
      resolveDir: ROOT,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  });
  const built = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    built,
    built.exports,
    createRequire(import.meta.url),
  );
  const { CATALOGUE, CATALOGUE_EDITION, packCatalogue, catalogueVersion, sha256 } = built.exports;
  const file = packCatalogue([...CATALOGUE.values()]);
  const name = `${catalogueVersion(CATALOGUE_EDITION, file, sha256)}.json`;
  const folder = path.join(DIST, 'catalogue');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), file);
  for (const other of await readdir(folder)) if (other !== name) await rm(path.join(folder, other));
}

/** Of what runs in node: this package's entry for require gives nothing, so the module itself is bundled. */
export const NODE_ALIAS = {
  '@breezystack/lamejs': path.join(ROOT, 'node_modules/@breezystack/lamejs/dist/lamejs.js'),
};

const LOCAL = {
  start: 'local/start.ts',
  cloud: 'local/cloud/main.ts',
  'function-runner': 'local/cloud/functions/runner.ts',
  'verify-chain': 'local/verify-chain/main.ts',
};

/** What runs on this machine only; packages stay outside, in node_modules. */
export async function buildLocal(names = Object.keys(LOCAL)) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, path.join(ROOT, LOCAL[name])])),
    outdir: path.join(DIST, 'local'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    alias: NODE_ALIAS,
    charset: 'utf8',
    sourcemap: 'inline',
    logLevel: 'error',
  });
}

export async function buildAll() {
  await mkdir(DIST, { recursive: true });
  await Promise.all([buildFunctions(), buildIndexes(), buildCatalogue(), buildLocal()]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  await buildAll();
}
