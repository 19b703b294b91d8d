import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeDataDirectory } from '../../local/cloud/data-directory';
import { openProcesses } from '../../local/cloud/functions/processes';
import { openConnection } from '../../local/cloud/sqlite/connection';

let folder: string;
let other: ChildProcess;

beforeAll(async () => {
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")']);
  await once(other.stdout ?? other, 'data');
});
afterAll(() => other.kill());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-directory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (...names: string[]): string => path.join(folder, ...names);
const put = (name: string, text: string): void => writeFileSync(inFolder(name), text);
/** Field 22 of /proc/<pid>/stat. */
const startOf = (pid: number): string =>
  /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]?.split(' ')[19] ?? '';
const isLinux = existsSync('/proc/self/stat');
const pidOf = (child: ChildProcess): number => child.pid ?? 0;

describe('the lock', () => {
  test.each([
    ['an empty one', ''],
    ['one cut off', '{"pid":12'],
    ['one of another make', '4242'],
    ['one of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' })],
    ['one whose number another process has now', JSON.stringify({ pid: process.ppid, startedAt: '1' })],
  ])('%s is taken over', (_, text) => {
    put('lock', text);
    const { release } = takeDataDirectory(folder);
    expect(JSON.parse(readFileSync(inFolder('lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    release();
    expect(existsSync(inFolder('lock'))).toBe(false);
  });

  test('that of a process at work is respected, with what to do', () => {
    put('lock', JSON.stringify({ pid: pidOf(other), startedAt: isLinux ? startOf(pidOf(other)) : '' }));
    expect(() => takeDataDirectory(folder)).toThrow(
      `正被另一个进程（${pidOf(other)}）使用。请先结束它，或用 --data 另选一个文件夹；确知没有程序在使用时，删除文件 ${inFolder('lock')} 后重试`,
    );
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  test('where beginnings are not known the number alone counts', () => {
    put('lock', JSON.stringify({ pid: pidOf(other), startedAt: '' }));
    expect(() => takeDataDirectory(folder)).toThrow('正被另一个进程');
  });

  test('one process does not take a directory twice', () => {
    const { release } = takeDataDirectory(folder);
    expect(() => takeDataDirectory(folder)).toThrow(`正被另一个进程（${process.pid}）使用`);
    release();
    takeDataDirectory(folder).release();
  });

  test('only one’s own is given back', () => {
    const { release } = takeDataDirectory(folder);
    const theirs = JSON.stringify({ pid: pidOf(other), startedAt: '' });
    put('lock', theirs);
    release();
    expect(readFileSync(inFolder('lock'), 'utf8')).toBe(theirs);
  });
});

describe('beginning anew', () => {
  test('removes what the program wrote, nothing else', () => {
    takeDataDirectory(folder).release();
    for (const name of ['cloud.db', 'cloud.db-wal', 'prepared', 'thesis.txt']) put(name, 'x');
    for (const name of ['files', 'phone', 'photos']) {
      mkdirSync(inFolder(name));
      put(`${name}/one`, 'x');
    }
    takeDataDirectory(folder, true).release();
    expect(readdirSync(folder).sort()).toEqual(['photos', 'thesis.txt', 'zhian-jiandu.txt']);
  });

  test('never before the lock is held', () => {
    takeDataDirectory(folder).release();
    put('cloud.db', 'in use');
    put('lock', JSON.stringify({ pid: pidOf(other), startedAt: '' }));
    expect(() => takeDataDirectory(folder, true)).toThrow('正被另一个进程');
    expect(readFileSync(inFolder('cloud.db'), 'utf8')).toBe('in use');
  });

  test.each([
    ['begin anew', true],
    ['be written to', false],
  ])('a folder with a cloud.db of somebody else’s does not %s', (_, isFresh) => {
    put('cloud.db', 'theirs');
    expect(() => takeDataDirectory(folder, isFresh)).toThrow('不是本程序的数据目录');
    expect(readdirSync(folder)).toEqual(['cloud.db']);
    expect(readFileSync(inFolder('cloud.db'), 'utf8')).toBe('theirs');
  });
});

test.each([
  ['a file', 'data'],
  ['something inside a file', 'data/inside'],
])('%s as data directory is refused in words', (_, name) => {
  put('data', 'x');
  expect(() => takeDataDirectory(inFolder(name))).toThrow(
    `数据目录 ${inFolder(name)} 不是文件夹，请用 --data 另选一个文件夹`,
  );
});

test('a database that is none is said so, with what to do', () => {
  takeDataDirectory(folder).release();
  put('cloud.db', 'these are not the bytes of a database, whatever their number may be '.repeat(20));
  expect(() => openConnection(inFolder('cloud.db'))).toThrow(
    /cloud\.db 不是数据库文件，或已损坏：请恢复备份/,
  );
});

test('notes of processes are numbers; what else stands there stays', () => {
  mkdirSync(inFolder('processes'));
  put('processes/thesis.txt', 'mine');
  openProcesses(inFolder('processes'));
  expect(readFileSync(inFolder('processes', 'thesis.txt'), 'utf8')).toBe('mine');
});
