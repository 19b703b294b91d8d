import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demonstration } from '../../local/seed/demonstration';
import { anchorOf, prepare } from '../../local/seed/prepare';
import { createCollections, writeDocuments } from '../../local/seed/write-seed';
import { ANCHOR, startTestCloud, type TestCloud } from '../support/cloud';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('preparing a data directory', () => {
  test('is done once; a later start is told what it began with', async () => {
    const written: string[] = [];
    const write = (content: string): Promise<void> => {
      written.push(content);
      return Promise.resolve();
    };
    expect(await prepare(folder, 'empty', write)).toBe('empty');
    expect(await prepare(folder, 'demonstration', write)).toBe('empty');
    expect(written).toEqual(['empty']);
  });

  test('that was cut off is begun again', async () => {
    const cutOff = (): Promise<void> => {
      // Nothing says that it is done while it is being done.
      expect(existsSync(path.join(folder, 'prepared'))).toBe(false);
      return Promise.reject(new Error('killed'));
    };
    await expect(prepare(folder, 'demonstration', cutOff)).rejects.toThrow('killed');
    let runs = 0;
    await prepare(folder, 'demonstration', () => Promise.resolve(void (runs += 1)));
    expect(runs).toBe(1);
    expect(readFileSync(path.join(folder, 'prepared'), 'utf8')).toBe('demonstration\n');
  });
});

test('the instant a directory hangs on is the first that was wanted', () => {
  expect(anchorOf(folder, '2026-11-23T02:00:00.000Z')).toBe('2026-11-23T02:00:00.000Z');
  expect(anchorOf(folder, '2026-11-24T09:30:00.000Z')).toBe('2026-11-23T02:00:00.000Z');
});

describe('writing the demonstration', () => {
  let started: TestCloud;
  beforeAll(async () => {
    started = await startTestCloud();
  });
  afterAll(() => started.close());

  const all = demonstration(ANCHOR);
  const counts = async (): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const name of Object.keys(all)) {
      found[name] = (await started.database.collection(name).count()).total ?? 0;
    }
    return found;
  };
  const whole = Object.fromEntries(Object.entries(all).map(([name, documents]) => [name, documents.length]));

  test('after half of it: the rest is added, what stands there stays as it is', async () => {
    await createCollections(started.target);
    const { stations = [], people = [] } = all;
    await writeDocuments(started.target, { stations, people: people.slice(0, 10) });
    await started.database.collection('people').doc('p0103').update({ openid: 'entered' });
    await createCollections(started.target);
    await writeDocuments(started.target, all);
    expect(await counts()).toEqual(whole);
    const { data } = await started.database.collection('people').doc('p0103').get();
    expect(data).toMatchObject([{ openid: 'entered' }]);
  });

  test('after all of it: nothing', async () => {
    await writeDocuments(started.target, all);
    expect(await counts()).toEqual(whole);
  });
});
