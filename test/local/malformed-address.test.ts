import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { servePhone, type PhoneServer } from '../../local/phone/server';
import { startTestCloud, type TestCloud } from '../support/cloud';

let folder: string;
let phone: PhoneServer;
let cloud: TestCloud;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-address-'));
  writeFileSync(path.join(folder, 'index.html'), '<p>here</p>');
  phone = await servePhone({
    port: 0,
    outDir: folder,
    miniprogramDir: folder,
    settings: { cloudUrl: '', people: [], places: [] },
    isWatched: false,
  });
  cloud = await startTestCloud();
});
afterAll(async () => {
  await phone.close();
  await cloud.close();
  rmSync(folder, { recursive: true });
});

/** The address as it stands: fetch would mend it. @returns the answer's first line, '' when there is none */
const ask = (url: string, address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('utf8')));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.split('\r\n', 1)[0] ?? ''));
    socket.write(`GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
  });

const MALFORMED = ['/%E0%A4%A', '//', '/%', '//[', '/a%00%ff.png', 'http://['];

test.each(MALFORMED)('the phone’s port answers %s with a refusal and goes on', async (address) => {
  expect(await ask(phone.url, address)).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(await (await fetch(phone.url)).text()).toBe('<p>here</p>');
});

test.each(
  MALFORMED.flatMap((address) => [
    address,
    `/files${address}`,
    `/upload${address}`,
    `/client${address}`,
    `/panel${address}`,
    `/lbs/ws/geocoder/v1${address}`,
  ]),
)('the cloud’s port answers %s and goes on', async (address) => {
  expect(await ask(cloud.cloud.url, address)).toMatch(/^HTTP\/1\.1 (200|40[034]) /);
  expect(await ask(cloud.cloud.url, '/panel/clock')).toMatch(/ 200 /);
});
