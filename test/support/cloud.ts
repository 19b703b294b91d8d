import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { INDEXES } from '../../cloudfunctions/indexes';
import catalogue from '../../data/catalogue.json';
import { startCloud, type Cloud, type CloudOptions } from '../../local/cloud';
import { demonstration } from '../../local/seed/demonstration';
import { publishCatalogue } from '../../local/seed/publish-catalogue';
import { createCollections, writeDocuments, type SeedTarget } from '../../local/seed/write-seed';

export const ROOT = path.resolve(__dirname, '../..');
/** The anchor day of every test's demonstration data. */
export const ANCHOR = '2026-11-23T02:00:00.000Z';

export interface TestCloud {
  readonly cloud: Cloud;
  readonly dataDir: string;
  readonly target: SeedTarget;
  /** The administration's own view of the environment. */
  readonly app: ReturnType<typeof tcb.init>;
  readonly database: ReturnType<ReturnType<typeof tcb.init>['database']>;
  readonly close: () => Promise<void>;
}

/** A person with the phone in hand, as wx.cloud of that phone reaches the environment. */
export interface Holder {
  readonly call: (name: string, action: string, data: unknown) => Promise<Envelope>;
  readonly requestOf: (name: string, event: unknown) => Promise<{ requestID: string; result: unknown }>;
  readonly upload: (path: string, content: Buffer) => Promise<string>;
  readonly phoneCode: () => Promise<string>;
  readonly enter: () => Promise<Envelope>;
}

export interface Envelope {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly details: object };
}

export const holderOf = (url: string, phone: string): Holder => {
  const headers = { 'x-wx-holder': phone };
  const post = async (route: string, body: Buffer | string): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}/client/${route}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(Buffer.from(body)),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (answer['error']) throw Object.assign(new Error(JSON.stringify(answer['error'])), answer['error']);
    return answer;
  };
  const requestOf: Holder['requestOf'] = async (name, event) =>
    (await post('call', JSON.stringify({ name, data: event }))) as { requestID: string; result: unknown };
  const call: Holder['call'] = async (name, action, data) =>
    (await requestOf(name, { action, data })).result as Envelope;
  const phoneCode = async (): Promise<string> => String((await post('phone-code', '{}'))['code']);
  return {
    requestOf,
    call,
    phoneCode,
    upload: async (path, content) =>
      String((await post(`upload?path=${encodeURIComponent(path)}`, content))['fileID']),
    enter: async () => call('session', 'enter', { code: await phoneCode() }),
  };
};

/** local/cloud on a folder of its own, gone afterwards; `functionsDir` may hold functions of a test's own. */
export const startTestCloud = async (
  functionsDir = path.join(ROOT, 'dist/cloudfunctions'),
  extra: Partial<CloudOptions> = {},
): Promise<TestCloud> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhian-'));
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    runnerPath: path.join(ROOT, 'dist/local/function-runner.js'),
    divisions: catalogue.divisions,
    indexes: INDEXES,
    // A query of the product that looks at more than this wants an index.
    mostExamined: 2000,
    // What functions write is read through the panel's address; the report stays readable.
    print: () => undefined,
    ...extra,
  });
  const target: SeedTarget = {
    env: cloud.env,
    serviceUrl: cloud.adminUrl,
    secretId: 'local',
    secretKey: 'local',
  };
  const app = tcb.init({ ...target });
  return {
    cloud,
    dataDir,
    target,
    app,
    database: app.database(),
    close: async () => {
      await cloud.close();
      rmSync(dataDir, { recursive: true });
    },
  };
};

/** The same with the demonstration data. */
export const startSeededCloud = async (): Promise<TestCloud> => {
  const started = await startTestCloud();
  await createCollections(started.target);
  await writeDocuments(started.target, demonstration(ANCHOR));
  await publishCatalogue(started.target, path.join(ROOT, 'dist/catalogue'));
  return started;
};
