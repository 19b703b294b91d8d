import type { CatalogueEntry } from '../domain/catalogue/catalogue';
import { CATALOGUE_VERSION_SHAPE, isCatalogueOf, unpackCatalogue } from '../domain/catalogue/catalogue-file';
import { DomainError } from '../domain/errors';
import { CATALOGUE_PREFIX } from '../platform/cache';
import { downloadFile, keepFile, keptFiles, readKept, removeKept } from '../platform/files';
import { sha256Hex } from '../platform/sha256';
import { call } from './call-function';

interface Catalogue {
  readonly version: string;
  readonly entries: readonly CatalogueEntry[];
}

const nameOf = (version: string): string => `${CATALOGUE_PREFIX}${version}.json`;
const versionOf = (name: string): string => name.slice(CATALOGUE_PREFIX.length, -'.json'.length);

const namesOnPhone = async (): Promise<string[]> =>
  (await keptFiles()).filter((name) => name.startsWith(CATALOGUE_PREFIX));

/** The catalogue in that file; null when the file is damaged, cut off or not there. */
const readWhole = async (name: string): Promise<Catalogue | null> => {
  const version = versionOf(name);
  try {
    const { bytes, text } = await readKept(name);
    return isCatalogueOf(version, sha256Hex(bytes)) ? { version, entries: unpackCatalogue(text) } : null;
  } catch (error) {
    console.warn('catalogue unreadable', name, error);
    return null;
  }
};

/** What was kept by an earlier run; files that are no whole catalogue go. */
const fromPhone = async (): Promise<Catalogue | null> => {
  for (const name of await namesOnPhone()) {
    const found = await readWhole(name);
    if (found) return found;
    await removeKept(name);
  }
  return null;
};

/**
 * The catalogue of today from the server; null when the known version is the one.
 * @throws DomainError network.unavailable, catalogue.damaged, catalogue.notPublished
 */
const fromServer = async (knownVersion: string | null): Promise<Catalogue | null> => {
  const { version, fileID } = await call('inspection', 'catalogue', { knownVersion });
  if (fileID === null) return null;
  if (!CATALOGUE_VERSION_SHAPE.test(version)) throw new DomainError('catalogue.damaged');
  const name = nameOf(version);
  await keepFile(await downloadFile(fileID), name);
  const found = await readWhole(name);
  const useless = found ? (await namesOnPhone()).filter((other) => other !== name) : [name];
  for (const other of useless) await removeKept(other);
  if (!found) throw new DomainError('catalogue.damaged');
  return found;
};

let held: Catalogue | null = null;
let loading: Promise<Catalogue> | null = null;
/** Whether it was asked in this run which edition is the newest. */
let isNewest = false;

const load = async (): Promise<Catalogue> => {
  held = await fromPhone();
  if (held) return held;
  held = await fromServer(null);
  if (!held) throw new DomainError('catalogue.damaged');
  isNewest = true;
  return held;
};

/**
 * 标准术语 and 违法违规行为, parsed once a run: from the phone when it has them, which asks nothing of the network;
 * otherwise fetched once and kept.
 * @throws DomainError network.unavailable, catalogue.damaged, catalogue.notPublished
 */
export const loadCatalogue = async (): Promise<readonly CatalogueEntry[]> => {
  if (held) return held.entries;
  loading ??= load().finally(() => {
    loading = null;
  });
  return (await loading).entries;
};

/**
 * Fetches a newer edition while the kept one is in use, once a run; without a network the kept one serves as well, and
 * it is asked again. For when somebody begins to choose: a page that opens has its own request.
 */
export const renewCatalogue = async (): Promise<void> => {
  if (!held || isNewest) return;
  isNewest = true;
  try {
    held = (await fromServer(held.version)) ?? held;
  } catch {
    isNewest = false;
  }
};
