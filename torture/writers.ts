import { createHash, randomBytes } from 'node:crypto';
import tcb from '@cloudbase/node-sdk';

process.env['TENCENTCLOUD'] ??= 'true';

/** Many: what a killed function wrote in its transaction is held for thirty seconds. */
const ACCOUNTS = Array.from({ length: 24 }, (_, index) => `account-${index}`);
const START_AMOUNT = 1000;
const COUNTERS = ['x', 'y'] as const;
const COLLECTIONS = ['records', 'lefts', 'rights', 'counters', 'accounts', 'entries'] as const;
const PAGE = 1000;

export type App = ReturnType<typeof tcb.init>;
type Transaction = Awaited<ReturnType<ReturnType<App['database']>['startTransaction']>>;
type Kept = Readonly<Record<string, unknown>> & { readonly _id: string };

export interface Environment {
  readonly url: string;
  readonly app: App;
}

export const environmentAt = (url: string): Environment => ({
  url,
  app: tcb.init({ env: 'zhian-local', serviceUrl: `${url}/admin`, secretId: 'local', secretKey: 'local' }),
});

/** What the store has acknowledged, and what it may have kept without our knowing. */
export interface Ledger {
  readonly records: Map<string, string>;
  readonly pairs: Set<string>;
  readonly batches: Set<string>;
  readonly entries: Set<string>;
  /** fileID → SHA-256. */
  readonly files: Map<string, string>;
  /** Counter → increments acknowledged, and increments without an answer. */
  readonly counts: Map<string, { acknowledged: number; unanswered: number }>;
  acknowledged: number;
  unanswered: number;
}

export const emptyLedger = (): Ledger => ({
  records: new Map(),
  pairs: new Set(),
  batches: new Set(),
  entries: new Set(),
  files: new Map(),
  counts: new Map(COUNTERS.map((name) => [name, { acknowledged: 0, unanswered: 0 }])),
  acknowledged: 0,
  unanswered: 0,
});

export const prepare = async ({ app }: Environment): Promise<void> => {
  const database = app.database();
  for (const name of COLLECTIONS) await database.createCollection(name);
  await database.collection('accounts').add(ACCOUNTS.map((_id) => ({ _id, amount: START_AMOUNT })));
  await database.collection('counters').add(COUNTERS.map((_id) => ({ _id, n: 0 })));
};

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** One write of a kind; resolves when it is acknowledged, and then notes so. */
type Write = (environment: Environment, ledger: Ledger, id: string, random: () => number) => Promise<void>;

const addRecord: Write = async ({ app }, ledger, _id, random) => {
  const text = '监'.repeat(1 + Math.floor(random() * 600));
  await app.database().collection('records').add({ _id, text });
  ledger.records.set(_id, text);
};

const addPair: Write = async ({ app }, ledger, _id) => {
  await app.database().runTransaction(async (transaction: Transaction) => {
    await transaction.collection('lefts').add({ _id });
    await transaction.collection('rights').add({ _id });
  });
  ledger.pairs.add(_id);
};

const addBatch: Write = async ({ app }, ledger, id) => {
  await app
    .database()
    .collection('records')
    .add([0, 1, 2].map((part) => ({ _id: `${id}-${part}`, text: id })));
  ledger.batches.add(id);
};

const increment: Write = async ({ app }, ledger, _id, random) => {
  const database = app.database();
  const name = pick(COUNTERS, random);
  const count = ledger.counts.get(name);
  if (!count) throw new Error(`no counter ${name}`);
  count.unanswered += 1;
  await database
    .collection('counters')
    .doc(name)
    .update({ n: database.command.inc(1) });
  count.unanswered -= 1;
  count.acknowledged += 1;
};

const upload: Write = async ({ app }, ledger, id, random) => {
  const content = randomBytes(1 + Math.floor(random() * 40_000));
  const { fileID } = await app.uploadFile({ cloudPath: `evidence/${id}.bin`, fileContent: content });
  ledger.files.set(fileID, createHash('sha256').update(content).digest('hex'));
};

const move: Write = async ({ url }, ledger, id, random) => {
  const from = pick(ACCOUNTS, random);
  const to = pick(
    ACCOUNTS.filter((each) => each !== from),
    random,
  );
  const response = await fetch(`${url}/client/call`, {
    method: 'POST',
    headers: { 'x-wx-holder': '19000000103' },
    body: JSON.stringify({ name: 'ledger', data: { id, from, to, amount: 1 + Math.floor(random() * 9) } }),
  });
  const answer = (await response.json()) as { result?: unknown; error?: { errMsg: string } };
  if (answer.result !== id) throw new Error(answer.error?.errMsg ?? 'no receipt');
  ledger.entries.add(id);
};

/** Writes once and notes how it went. */
const attempt = async (
  write: Write,
  environment: Environment,
  ledger: Ledger,
  id: string,
  random: () => number,
): Promise<void> => {
  try {
    await write(environment, ledger, id, random);
    ledger.acknowledged += 1;
  } catch {
    ledger.unanswered += 1;
    // Let others speak: a gateway that is gone refuses at once.
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** One move through the function, whose process is warm afterwards. */
export const moveOnce: Write = (...given) => attempt(move, ...given);

const WRITES: readonly Write[] = [addRecord, addPair, addBatch, increment, upload, move];

export interface Writers {
  /** Resolves when every write under way has been answered or has failed. */
  readonly stop: () => Promise<void>;
}

/** One writer of each kind, each writing again as soon as it was answered; a failure is noted and gone over. */
export const startWriters = (
  environment: Environment,
  ledger: Ledger,
  round: number,
  random: () => number,
): Writers => {
  let isStopped = false;
  const loops = WRITES.map(async (write, kind) => {
    for (let turn = 0; !isStopped; turn += 1) {
      await attempt(write, environment, ledger, `${round}-${kind}-${turn}`, random);
    }
  });
  return {
    stop: async () => {
      isStopped = true;
      await Promise.all(loops);
    },
  };
};

/** Every document of a collection, by pages after the last `_id`. */
const all = async ({ app }: Environment, name: string): Promise<Map<string, Kept>> => {
  const database = app.database();
  const found = new Map<string, Kept>();
  for (let last = ''; ; ) {
    const { data } = (await database
      .collection(name)
      .where({ _id: database.command.gt(last) })
      .orderBy('_id', 'asc')
      .limit(PAGE)
      .get()) as { data: Kept[] };
    for (const document of data) found.set(document._id, document);
    const end = data[data.length - 1];
    if (data.length < PAGE || !end) return found;
    last = end._id;
  }
};

const faultsOfFiles = async ({ app }: Environment, files: ReadonlyMap<string, string>): Promise<string[]> => {
  const faults: string[] = [];
  for (const [fileID, sha256] of files) {
    const { fileContent } = await app.downloadFile({ fileID }).catch(() => ({ fileContent: undefined }));
    const found = fileContent && createHash('sha256').update(fileContent).digest('hex');
    if (found !== sha256) faults.push(`文件 ${fileID} ${found ? '内容不对' : '丢失'}`);
  }
  return faults;
};

/**
 * Holds the store against what it acknowledged.
 * @param files those to be downloaded and hashed
 * @returns what is lost or stands there by half, in words; none when all is well
 */
export const faultsOf = async (
  environment: Environment,
  ledger: Ledger,
  files: ReadonlyMap<string, string> = ledger.files,
): Promise<string[]> => {
  const [records, lefts, rights, counters, accounts, entries] = await Promise.all(
    COLLECTIONS.map((name) => all(environment, name)),
  );
  if (!records || !lefts || !rights || !counters || !accounts || !entries) throw new Error('no collections');
  const faults = await faultsOfFiles(environment, files);
  for (const [id, text] of ledger.records) {
    if (records.get(id)?.['text'] !== text) faults.push(`记录 ${id} 丢失或内容不对`);
  }
  for (const id of ledger.batches) {
    if (![0, 1, 2].every((part) => records.get(`${id}-${part}`)?.['text'] === id))
      faults.push(`一批 ${id} 丢失`);
  }
  for (const id of records.keys()) {
    const [, batch] = /^(\d+-2-\d+)-\d$/.exec(id) ?? [];
    if (batch && ![0, 1, 2].every((part) => records.has(`${batch}-${part}`)))
      faults.push(`一批 ${batch} 只有一半`);
  }
  for (const id of ledger.pairs) if (!lefts.has(id)) faults.push(`事务 ${id} 丢失`);
  for (const id of new Set([...lefts.keys(), ...rights.keys()])) {
    if (lefts.has(id) !== rights.has(id)) faults.push(`事务 ${id} 只有一半`);
  }
  for (const id of ledger.entries) if (!entries.has(id)) faults.push(`账目 ${id} 丢失`);
  const balance = new Map<string, number>(ACCOUNTS.map((name) => [name, START_AMOUNT]));
  for (const { from, to, amount } of entries.values() as Iterable<
    Kept & { from: string; to: string; amount: number }
  >) {
    balance.set(from, (balance.get(from) ?? NaN) - amount);
    balance.set(to, (balance.get(to) ?? NaN) + amount);
  }
  for (const [name, amount] of balance) {
    if (accounts.get(name)?.['amount'] !== amount) faults.push(`账户 ${name} 与账目不符`);
  }
  for (const [name, { acknowledged, unanswered }] of ledger.counts) {
    const n = Number(counters.get(name)?.['n']);
    if (!(n >= acknowledged && n <= acknowledged + unanswered)) {
      faults.push(`计数 ${name} 为 ${n}，应在 ${acknowledged} 与 ${acknowledged + unanswered} 之间`);
    }
  }
  return faults;
};
