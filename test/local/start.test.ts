import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../support/cloud';
import { Runtime } from '../support/runtime';

const START = path.join(ROOT, 'dist/local/start.js');
const run = (...options: string[]) =>
  spawnSync(process.execPath, [START, ...options], { cwd: ROOT, encoding: 'utf8', timeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  test('a busy port says so and leaves nothing behind', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const child = run('--port', String(port), '--data', path.join(folder, 'data'));
    expect(child.status).toBe(1);
    expect(child.stderr).toContain(`端口 ${port} 已被占用`);
    expect(existsSync(path.join(folder, 'data/lock'))).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });

  test('a busy port is found before --fresh clears anything', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    writeFileSync(path.join(folder, 'zhian-jiandu.txt'), '');
    writeFileSync(path.join(folder, 'cloud.db'), 'keep');
    const child = run('--fresh', '--port', String(port), '--data', folder);
    expect(child.stderr).toContain(`端口 ${port} 已被占用`);
    expect(readFileSync(path.join(folder, 'cloud.db'), 'utf8')).toBe('keep');
    await new Promise((resolve) => server.close(resolve));
  });

  test('a file as data directory is refused in words', () => {
    writeFileSync(path.join(folder, 'thesis.txt'), 'keep');
    const child = run('--data', path.join(folder, 'thesis.txt'), '--port', '0');
    expect(child.status).toBe(1);
    expect(child.stderr).toContain('thesis.txt 不是文件夹，请用 --data 另选一个文件夹');
  });

  test('--fresh clears only a folder that it made', () => {
    writeFileSync(path.join(folder, 'thesis.txt'), 'keep');
    const child = run('--fresh', '--data', folder, '--port', '0');
    expect(child.status).toBe(1);
    expect(child.stderr).toContain('不是本程序的数据目录');
    expect(existsSync(path.join(folder, 'thesis.txt'))).toBe(true);
  });

  test.each([
    ['an unknown option', ['--prot', '1']],
    ['a port that is none', ['--port', '99999']],
    ['an instant that is none', ['--anchor', 'today']],
  ])('%s is refused with the usage', (_, options) => {
    const child = run(...options);
    expect(child.status).toBe(2);
    expect(child.stderr).toContain('用法: npm start');
  });

  test('one data directory serves one process; Ctrl-C ends it and its children', async () => {
    const runtime = new Runtime();
    await runtime.start();
    const second = run('--port', '0', '--data', runtime.dataDir);
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('正被另一个进程');
    // Nor is it cleared under the other's hands.
    const fresh = run('--port', '0', '--fresh', '--data', runtime.dataDir);
    expect(fresh.status).toBe(1);
    expect(fresh.stderr).toContain('正被另一个进程');
    expect(readdirSync(runtime.dataDir)).toEqual(
      expect.arrayContaining(['cloud.db', 'lock', 'phone', 'prepared']),
    );
    const { url } = runtime;
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await (await fetch(`${url}/settings.js`)).text()).toContain('19000000103');
    await runtime.stop();
    await expect(fetch(url)).rejects.toThrow();
  });

  test('--empty offers nobody who could not enter, then and later', async () => {
    const runtime = new Runtime();
    await runtime.start('--empty');
    const people = async (): Promise<string> => await (await fetch(`${runtime.url}/settings.js`)).text();
    expect(await people()).toContain('"people":[]');
    expect(runtime.output).toContain('?as=');
    await runtime.kill();
    await runtime.start();
    expect(await people()).toContain('"people":[]');
    await runtime.stop();
  });
});
