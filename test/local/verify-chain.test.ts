import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openConnection, type Connection } from '../../local/cloud/sqlite/connection';
import { demonstration } from '../../local/seed/demonstration';
import { createCollections, writeDocuments } from '../../local/seed/write-seed';
import { ANCHOR, ROOT, startSeededCloud, startTestCloud } from '../support/cloud';

/** `npm run verify-chain` on a real data directory that somebody changed behind the program's back. */
let folder: string;
/** Of the small demonstration with its heads; each test has a copy. */
let whole: string;
let data: string;

const run = (...options: string[]) => {
  const program = path.join(ROOT, 'dist/local/verify-chain.js');
  const child = spawnSync(process.execPath, [program, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
};

const moveClock = async (url: string, instant: string): Promise<void> => {
  const body = JSON.stringify({ offsetMs: Date.parse(instant) - Date.now() });
  expect((await fetch(`${url}/panel/clock`, { method: 'POST', body })).ok).toBe(true);
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-verify-'));
  whole = path.join(folder, 'whole');
  const started = await startSeededCloud();
  await moveClock(started.cloud.url, '2026-01-01T00:00:00.000Z');
  // Before dawn of the 23rd in Beijing: the report of the morning, 07:00, is not in a head yet.
  await moveClock(started.cloud.url, '2026-11-22T20:00:00.000Z');
  await started.cloud.close();
  cpSync(started.dataDir, whole, { recursive: true });
  rmSync(started.dataDir, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  data = mkdtempSync(path.join(folder, 'data-'));
  cpSync(whole, data, { recursive: true });
});

const inDatabase = <T>(work: (connection: Connection) => T): T => {
  const connection = openConnection(path.join(data, 'cloud.db'));
  try {
    return work(connection);
  } finally {
    connection.close();
  }
};
const tableOf = (connection: Connection, collection: string): string =>
  `documents_${Number(connection.prepare('SELECT id FROM collections WHERE name = ?').get(collection)?.['id'])}`;

/** Writes one text over another of the document in which it stands first. @returns the document's id */
const replace = (collection: string, from: string, to: string): string =>
  inDatabase((connection) => {
    const table = tableOf(connection, collection);
    const row = connection.prepare(`SELECT key, body FROM ${table} WHERE instr(body, ?) > 0`).get(from);
    const body = String(row?.['body']);
    expect(body).toContain(from);
    const key = String(row?.['key']);
    expect(
      connection.prepare(`UPDATE ${table} SET body = ? WHERE key = ?`).run(body.replace(from, to), key),
    ).toBe(1);
    return key.slice(2);
  });
const drop = (collection: string, key: string): void =>
  inDatabase((connection) => {
    const table = tableOf(connection, collection);
    expect(connection.prepare(`DELETE FROM ${table} WHERE key = ?`).run(`s:${key}`)).toBe(1);
  });
const bodyOf = (collection: string, key: string): string =>
  inDatabase((connection) =>
    String(
      connection
        .prepare(`SELECT body FROM ${tableOf(connection, collection)} WHERE key = ?`)
        .get(`s:${key}`)?.['body'],
    ),
  );
const inspectionOf = (part: string): string =>
  inDatabase((connection) =>
    String(
      connection
        .prepare(`SELECT key FROM ${tableOf(connection, 'inspections')} WHERE instr(body, ?) > 0`)
        .get(part)?.['key'],
    ).slice(2),
  );

test('a whole database: what was looked at, the last head, and what has none yet', () => {
  const before = readFileSync(path.join(data, 'cloud.db'));
  const { code, out, err } = run('--data', data);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  // Six projects, four of them located; five inspections, three of them reviewed. The last head is of the sixth day
  // with changes: 24 May, 24 August, 18, 20, 21 and 22 November.
  expect(out).toContain('完整：工程 6 个、监督检查记录 5 条、事件 18 个、日头 6 个，没有断链');
  expect(out).toMatch(/最后一个日头：第 6 个，2026-11-22，[0-9a-f]{64}\n/);
  expect(out).toContain('1 条的最近一次改动还没有进入日头');
  expect(readFileSync(path.join(data, 'cloud.db')).equals(before)).toBe(true);
});

describe('one changed byte', () => {
  test('of a finding’s supplement', () => {
    const id = replace('inspections', '堆放钢筋约 3 吨', '堆放钢筋约 2 吨');
    const { code, out } = run('--data', data);
    expect(code).toBe(1);
    expect(out).toContain(`断链：监督检查记录 inspections/${id}\n`);
    expect(out).toContain('  监督注册号 琼海监2026-0052，工程 白沙门污水处理厂扩建工程\n');
    // Submitted three hours before 02:00.
    expect(out).toContain('  第 1 个事件（submitted，2026-11-22T23:00:00.000Z）：内容与提交时的摘要不同\n');
    const { contentHash } =
      /"contentHash":"(?<contentHash>\w+)"/.exec(bodyOf('inspections', id))?.groups ?? {};
    expect(out).toContain(`  应为 ${contentHash}\n`);
    expect(out).toMatch(/ {2}现为 [0-9a-f]{64}\n/);
    expect(out).toContain('在它之前核对过：工程 6 个、');
  });

  test('of an event’s instant', () => {
    const id = inspectionOf('3 号楼 5 层楼板');
    // Reviewed 49 hours before.
    replace(
      'inspections',
      '"kind":"approved","at":"2026-11-21T01:00',
      '"kind":"approved","at":"2026-11-21T01:01',
    );
    const { code, out } = run('--data', data);
    expect(code).toBe(1);
    expect(out).toContain(`inspections/${id}\n  监督注册号 琼海监2025-0188，工程 江东文旅城二标段\n`);
    expect(out).toContain('第 2 个事件（approved，2026-11-21T01:01:00.000Z）：事件的内容与它的哈希不同');
  });

  test('of a project’s name', () => {
    replace('projects', '海甸大道改造工程', '海甸小道改造工程');
    const { code, out } = run('--data', data);
    expect(code).toBe(1);
    expect(out).toContain(
      '断链：工程 projects/pr-hddd\n  监督注册号 琼海监2026-0047，工程 海甸小道改造工程\n',
    );
    expect(out).toContain('  name 与事件推出的不同\n  应为 海甸大道改造工程\n  现为 海甸小道改造工程\n');
  });

  test('of a head', () => {
    replace('dailyHeads', '"day":"2026-08-24"', '"day":"2026-08-25"');
    const { code, out } = run('--data', data);
    expect(code).toBe(1);
    expect(out).toContain('断链：日头 dailyHeads/00000002\n  日头的内容与它的哈希不同\n');
  });

  test('that leaves no JSON, or no text', () => {
    const id = replace('inspections', '"part":"K2+300', '"part:"K2+300');
    expect(run('--data', data).out).toContain(`inspections/${id}\n  监督注册号 琼海监2026-0047`);
    replace('inspections', '"part:"K2+300', '"part":"K2+300');
    expect(run('--data', data).code).toBe(0);
    inDatabase((connection) => {
      const table = tableOf(connection, 'inspections');
      const row = connection
        .prepare(`SELECT CAST(body AS BLOB) AS body FROM ${table} WHERE key = ?`)
        .get(`s:${id}`);
      const bytes = Buffer.from(row?.['body'] as ArrayBuffer);
      const at = bytes.indexOf('压实度');
      expect(at).toBeGreaterThan(0);
      bytes[at] = 0xff;
      connection.prepare(`UPDATE ${table} SET body = CAST(? AS TEXT) WHERE key = ?`).run(bytes, `s:${id}`);
    });
    const { code, out } = run('--data', data);
    expect(code).toBe(1);
    expect(out).toContain(`断链：监督检查记录 inspections/${id}\n`);
    expect(out).toContain('内容不成形，读不出来');
  });
});

test('a deleted record: what is left behind tells its project', () => {
  const id = inspectionOf('1 号塔吊');
  drop('inspections', id);
  const { code, out } = run('--data', data);
  expect(code).toBe(1);
  expect(out).toContain(
    `断链：监督检查记录 inspections/${id}\n  监督注册号 琼亚监2026-0019，工程 三亚湾滨海公寓一期\n`,
  );
  // Approved 29 hours before: in Beijing on the 22nd.
  expect(out).toContain('第 2 个事件：日头里有这条记录，数据库里没有（2026-11-22 的日头）\n');
  expect(out).toMatch(/应为 [0-9a-f]{64}\n {2}现为 （没有）\n/);
});

test('a deleted head', () => {
  drop('dailyHeads', '00000003');
  const { code, out } = run('--data', data);
  expect(code).toBe(1);
  expect(out).toContain(
    '断链：日头 dailyHeads/00000004\n  日头的序号不相连，中间少了或多了\n  应为 00000003\n',
  );
});

test('a record under another id than its own', () => {
  inDatabase((connection) =>
    connection
      .prepare(`UPDATE ${tableOf(connection, 'projects')} SET key = 's:pr-xxx' WHERE key = 's:pr-jyw'`)
      .run(),
  );
  const { code, out } = run('--data', data);
  expect(code).toBe(1);
  expect(out).toContain('断链：工程 projects/pr-jyw\n');
  expect(out).toContain('应为 s:pr-jyw\n  现为 s:pr-xxx\n');
});

test('beside the program that is writing it', async () => {
  const started = await startTestCloud();
  try {
    const empty = '数据库是空的：没有工程、监督检查记录和日头，没有可核对的';
    expect(run('--data', started.dataDir)).toMatchObject({
      code: 0,
      out: expect.stringContaining(empty) as string,
    });
    await createCollections(started.target);
    expect(run('--data', started.dataDir)).toMatchObject({
      code: 0,
      out: expect.stringContaining(empty) as string,
    });
    await writeDocuments(started.target, demonstration(ANCHOR));
    const { code, out } = run('--data', started.dataDir);
    expect(code).toBe(0);
    expect(out).toContain('工程 6 个、监督检查记录 5 条、事件 18 个、日头 0 个，没有断链\n还没有日头：');
    expect(out).toContain('11 条的最近一次改动还没有进入日头');
  } finally {
    await started.close();
  }
});

describe('what cannot be read', () => {
  const refused = (...options: string[]): string => {
    const { code, err } = run(...options);
    expect(code).toBe(2);
    return err;
  };

  test('a folder that is not there, one without a database, an option that is none', () => {
    expect(refused('--data', path.join(folder, 'none'))).toContain(
      `没有数据目录 ${path.join(folder, 'none')}`,
    );
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    expect(refused('--data', empty)).toContain('里没有数据库文件 cloud.db');
    expect(refused('--date', empty)).toContain('用法：npm run verify-chain');
  });

  test('a file that is no database', () => {
    rmSync(path.join(data, 'cloud.db-wal'), { force: true });
    writeFileSync(path.join(data, 'cloud.db'), '不是数据库'.repeat(1000));
    expect(refused('--data', data)).toMatch(/数据库文件 .*cloud\.db 读不完：不是数据库，或已损坏/);
  });

  test('a truncated one', () => {
    inDatabase((connection) => connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all());
    const file = path.join(data, 'cloud.db');
    truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096);
    expect(refused('--data', data)).toContain('请恢复备份后再核对');
  });
});
