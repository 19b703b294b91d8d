import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../support/cloud';

const PROGRAM = path.join(ROOT, 'dist/local/cloud.js');

let folder: string;
let child: ChildProcess;
let printed: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-alone-'));
  // The default's name: a file under a folder with a dot must be found too.
  const data = path.join(folder, '.data');
  child = spawn(process.execPath, [PROGRAM, '--port', '0', '--data', data], { cwd: ROOT });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (/^ready$/m.test(output)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${output}`)));
  });
  const lines = output.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
  printed = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
});
afterAll(async () => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true });
});

/** What a process prints that has the printed lines for its environment and nothing else. */
const run = (script: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['-e', `(async () => { ${script} })()`], {
      cwd: ROOT,
      env: printed,
      encoding: 'utf8',
    }),
  );

describe('npm run cloud: the printed lines are all that a process needs', () => {
  test('of wx-server-sdk', () => {
    const answer = run(`
      const cloud = require('wx-server-sdk');
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      const db = cloud.database();
      await db.createCollection('from-wx');
      const { _id } = await db.collection('from-wx').add({ data: { n: 1 } });
      const { data } = await db.collection('from-wx').doc(_id).get();
      const { fileID } = await cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('字') });
      const { fileContent } = await cloud.downloadFile({ fileID });
      console.log(JSON.stringify({ n: data.n, text: fileContent.toString() }));
    `);
    expect(answer).toEqual({ n: 1, text: '字' });
  });

  test('of @cloudbase/node-sdk', () => {
    const answer = run(`
      const app = require('@cloudbase/node-sdk').init({ env: process.env.TCB_ENV });
      const db = app.database();
      await db.createCollection('from-node');
      await db.collection('from-node').add({ _id: 'a', n: 1 });
      const { data } = await db.collection('from-node').doc('a').get();
      const { fileID } = await app.uploadFile({ cloudPath: 'c/d.txt', fileContent: Buffer.from('字') });
      const { fileContent } = await app.downloadFile({ fileID });
      console.log(JSON.stringify({ data, text: fileContent.toString() }));
    `);
    expect(answer).toEqual({ data: [{ _id: 'a', n: 1 }], text: '字' });
  });

  test('the project’s indexes are there without being asked for', () => {
    const answer = run(`
      const app = require('@cloudbase/node-sdk').init({ env: process.env.TCB_ENV });
      const db = app.database();
      await db.createCollection('people');
      await db.collection('people').add({ _id: 'a', phone: '1' });
      const error = await db.collection('people').add({ _id: 'b', phone: '1' }).catch((each) => each);
      console.log(JSON.stringify(error.message));
    `);
    expect(answer).toContain('E11000 duplicate key error collection: people index: phone');
  });
});

describe('npm run cloud: what cannot be done is told in a sentence', () => {
  const refused = (...args: string[]): string => {
    const data = path.join(folder, 'refused');
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, '--data', data, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    return stderr;
  };

  test.each([
    ['a port that is none', ['--port', 'abc'], '--port 应是 0 至 65535 的整数，不能是“abc”'],
    ['a port beyond', ['--port', '70000'], '--port 应是 0 至 65535 的整数'],
    ['an unknown option', ['--nothing'], '参数无法识别'],
    ['indexes that are not there', ['--indexes', 'nowhere.json'], '索引文件'],
  ])('%s', (_name, args, message) => {
    expect(refused(...args)).toContain(message);
  });

  test('indexes that are no JSON', () => {
    const file = path.join(folder, 'indexes.json');
    writeFileSync(file, '{');
    expect(refused('--indexes', file)).toContain(`索引文件 ${file} 读不出来`);
    expect(readFileSync(file, 'utf8')).toBe('{');
  });
});
