import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { serveClient } from './client/client';
import type { StorageRule } from './client/storage-rule';
import { APPID } from './client/holder';
import { openClock } from './clock';
import { takeDataDirectory } from './data-directory';
import { geocode, type Division } from './doubles/geocoder';
import { openWeChat } from './doubles/wechat';
import { openDatabase, type Answered } from './engine/database';
import type { DeclaredIndexes } from './engine/index/declared';
import { requireFew } from './functions/config';
import { createFunctions } from './functions/functions';
import type { Caller } from './functions/invocation';
import { createLogs } from './functions/logs';
import { openProcesses } from './functions/processes';
import { startTimers, type Timers } from './functions/timers';
import type { Environment } from './gateway/action';
import { functionEnvironment, sdkEnvironment } from './sdk-environment';
import { serveAdmin } from './gateway/admin';
import { serveFile, serveUpload } from './gateway/files';
import { pathnameOf, sendJson, urlOf } from './gateway/http';
import { listen } from './listen';
import { servePanel } from './panel/panel';
import { openConnection, type Connection } from './sqlite/connection';
import { openFileStore } from './storage/file-store';
import { createSigner } from './storage/signed-address';
import { createStorage } from './storage/storage';

export const LOCAL_ENV = 'zhian-local';

/** Two cores: two functions at work, two waiting on the database. 70 MB a process. */
const POOL = { atWork: 4, resident: 12, waiting: 500 };

/** How long a connection may be idle; Node's own five seconds are less than writing the demonstration may think. */
const KEEP_ALIVE_MS = 65_000;

/** The function that takes WeChat's pushed messages, when there is one. */
const PUSHED_TO = 'wechat-push';

export interface CloudOptions {
  readonly dataDir: string;
  /** Whether to begin anew: what the program wrote there before is removed, once nobody else uses it. */
  readonly isFresh?: boolean;
  /** The built functions: <name>/index.js. */
  readonly functionsDir: string;
  readonly runnerPath: string;
  readonly divisions: readonly Division[];
  /** The project's declared indexes; without them every query looks at every document. */
  readonly indexes?: DeclaredIndexes;
  /** A query that looks at more documents than this fails; for tests. */
  readonly mostExamined?: number;
  /** Told of every find and count, and how many documents it looked at; for measuring. */
  readonly onAnswered?: (answered: Answered) => void;
  /** How many functions run, are kept warm and may wait. */
  readonly pool?: { readonly atWork: number; readonly resident: number; readonly waiting: number };
  /** Takes what functions write; the terminal unless given. */
  readonly print?: (line: string, level: 'info' | 'error') => void;
  /** The mini program's pages, for codes that lead to them. */
  readonly pages?: readonly string[];
  /** Where clients may read and write files; the product's rule unless given. */
  readonly storageRule?: StorageRule;
  /** 0 takes any free port. */
  readonly port?: number;
}

export interface Cloud {
  readonly env: string;
  readonly url: string;
  /** What TCB_CONTEXT_CNFG and serviceUrl name. */
  readonly adminUrl: string;
  readonly port: number;
  /** The variables by which a process of its own reaches the environment through either SDK. */
  readonly sdkEnvironment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** A secret of the data directory: addresses signed before a restart open after it. */
const secretOf = (connection: Connection): Buffer => {
  connection
    .prepare('INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)')
    .run('address-secret', randomBytes(32).toString('hex'));
  const row = connection.prepare('SELECT value FROM settings WHERE name = ?').get('address-secret');
  return Buffer.from(String(row?.['value']), 'hex');
};

/** Starts the local environment. @throws Error in Chinese when the data directory or the port is taken */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const directory = takeDataDirectory(options.dataDir, options.isFresh);
  const file = path.join(options.dataDir, 'cloud.db');
  const connection = openConnection(file);
  connection.execute('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const clock = openClock(connection);
  const { now } = clock;
  const database = openDatabase({
    file,
    // A transaction lives thirty seconds of this machine, wherever the environment's clock is moved meanwhile.
    now: () => performance.now(),
    indexes: options.indexes ?? {},
    mostExamined: options.mostExamined,
    onAnswered: options.onAnswered,
  });
  let url = '';
  const logs = createLogs(options.print ?? ((line, level) => console[level](line)));
  const functions = createFunctions({
    env: LOCAL_ENV,
    functionsDir: options.functionsDir,
    runnerPath: options.runnerPath,
    limits: options.pool ?? POOL,
    environment: () => functionEnvironment(url, LOCAL_ENV),
    clockOffsetMs: clock.offsetMs,
    now,
    logs,
    processes: openProcesses(path.join(options.dataDir, 'processes')),
  });
  const storage = createStorage({
    env: LOCAL_ENV,
    files: openFileStore(connection, path.join(options.dataDir, 'files')),
    signer: createSigner(secretOf(connection), now),
    urlOf: () => url,
  });
  const environment: Environment = {
    database,
    storage,
    functions,
    wechat: openWeChat(connection, now),
    clock,
    now,
    pages: options.pages ?? [],
    push: (openid, message) => {
      if (!functions.names().includes(PUSHED_TO)) return;
      const caller: Caller = { openid, appid: APPID, source: 'wx_unknown' };
      // What goes wrong is in the function's log; WeChat does not hear of it either.
      functions.invoke(PUSHED_TO, JSON.stringify(message), caller).catch(() => undefined);
    },
  };
  const admin = serveAdmin(environment);
  const client = serveClient(environment, options.storageRule);
  const files = serveFile(storage);
  const uploads = serveUpload(storage);

  let panel: ReturnType<typeof servePanel> | undefined;

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pathname = pathnameOf(request);
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      response.setHeader('access-control-allow-headers', '*');
      response.setHeader('access-control-allow-methods', 'GET, POST, PUT');
      response.end();
    } else if (pathname === '/admin') await admin(request, response);
    else if (pathname.startsWith('/client/')) await client(request, response);
    else if (pathname.startsWith('/files/')) files(request, response);
    else if (pathname.startsWith('/upload/')) await uploads(request, response);
    else if (pathname.startsWith('/lbs/ws/geocoder/v1')) {
      const { searchParams: asked } = urlOf(request);
      sendJson(response, geocode(options.divisions, asked.get('location') ?? '', asked.get('key') ?? ''));
    } else if (pathname.startsWith('/panel/') && panel) {
      await panel(request, response);
    } else {
      response.statusCode = 404;
      response.end();
    }
  };
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });

  // A process that is busy for some seconds goes on with its connection: it must not be closed under its hands.
  server.keepAliveTimeout = KEEP_ALIVE_MS;

  let timers: Timers | undefined;
  const shut = async (): Promise<void> => {
    timers?.close();
    await functions.close();
    database.close();
    connection.close();
    directory.release();
  };
  try {
    // A config.json the service would not take is told before anything runs.
    requireFew(functions.names());
    for (const name of functions.names()) functions.configOf(name);
    const port = await listen(server, options.port ?? 0);
    url = `http://127.0.0.1:${port}`;
    timers = startTimers({ connection, functions, now, logs });
    panel = servePanel({ environment, timers, logs, divisions: options.divisions });
    return {
      env: LOCAL_ENV,
      url,
      adminUrl: `${url}/admin`,
      port,
      sdkEnvironment: sdkEnvironment(url, LOCAL_ENV),
      close: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await shut();
      },
    };
  } catch (error) {
    await shut();
    throw error;
  }
};
