import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, type Measurement } from './measure';

const NOOP = 'exports.main = () => ({ ok: true });\n';
const CONNECTIONS = 8;
const CALLS = 3000;
/** Before anything is measured: both programs have their code compiled and their processes started. */
const WARM_UP = 12_000;
const ROUNDS = 7;

interface Target {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What every answer must hold: a server that refuses quickly is not fast. */
  readonly expected: string;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const ask = (agent: Agent, { url, body, headers, expected }: Target): Promise<void> =>
  new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () =>
          text.includes(expected) ? resolve() : reject(new Error(`${url} 答了 ${text}`)),
        );
      },
    );
    call.once('error', reject);
    call.end(body);
  });

/** Calls a second, `CONNECTIONS` at a time. */
const rateOf = async (target: Target, calls = CALLS): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let left = calls;
  const caller = async (): Promise<void> => {
    while ((left -= 1) >= 0) await ask(agent, target);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, caller));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return calls / seconds;
};

const untilAnswered = async (target: Target): Promise<void> => {
  const agent = new Agent({ keepAlive: false });
  for (let attempt = 0; ; attempt += 1) {
    try {
      await ask(agent, target);
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

/**
 * A function that does nothing, asked through local/cloud and through CloudBase's own functions-framework by the same
 * bare client: how many calls a second ours answers for each of theirs.
 */
export const benchFunctions = async (): Promise<Record<string, Measurement>> => {
  const root = process.cwd();
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-bench-'));
  const own = path.join(folder, 'functions/noop');
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, 'index.js'), NOOP);
  const [ownPort, theirPort] = [await freePort(), await freePort()];
  const run = (args: readonly string[], cwd: string, env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, args, { cwd, stdio: 'ignore', env: { ...process.env, ...env } });
  const children = [
    run(
      [
        path.join(root, 'dist/local/cloud.js'),
        ...['--port', String(ownPort)],
        ...['--data', path.join(folder, 'data')],
        ...['--functions', path.join(folder, 'functions')],
      ],
      root,
    ),
    run([path.join(root, 'node_modules/@cloudbase/functions-framework/bin/tcb-ff.js')], own, {
      PORT: String(theirPort),
      NODE_ENV: 'production',
    }),
  ];
  const ours: Target = {
    url: `http://127.0.0.1:${ownPort}/client/call`,
    body: '{"name":"noop","data":{}}',
    headers: { 'x-wx-holder': '19000000103' },
    expected: '"ok":true',
  };
  const theirs: Target = {
    url: `http://127.0.0.1:${theirPort}/`,
    body: '{}',
    headers: {},
    expected: '"ok":true',
  };
  try {
    await Promise.all([untilAnswered(ours), untilAnswered(theirs)]);
    const ratios: number[] = [];
    for (const target of [ours, theirs]) await rateOf(target, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      const [mine, reference] = [await rateOf(ours), await rateOf(theirs)];
      ratios.push(mine / reference);
    }
    return { 'functions.noop': { value: median(ratios), goal: 1, better: 'higher' } };
  } finally {
    await Promise.all(
      children.map(
        (child) =>
          new Promise((resolve) => {
            child.once('exit', resolve);
            child.kill('SIGTERM');
          }),
      ),
    );
    rmSync(folder, { recursive: true });
  }
};
