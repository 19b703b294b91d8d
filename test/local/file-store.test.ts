import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openConnection, type Connection } from '../../local/cloud/sqlite/connection';
import { openFileStore, type FileStore } from '../../local/cloud/storage/file-store';

let folder: string;
let connection: Connection;
let files: FileStore;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-files-'));
  connection = openConnection(path.join(folder, 'cloud.db'));
  files = openFileStore(connection, path.join(folder, 'files'));
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

const put = (name: string, content: string) => files.put(name, Readable.from([Buffer.from(content)]), '');
const read = (name: string): string => readFileSync(files.find(name)?.blob ?? '', 'utf8');

test('an upload is not lost while the only other file of the same bytes is deleted', async () => {
  const { blob } = await put('old', 'content');
  const before = statSync(blob).ino;
  let isAcknowledged = false;
  const upload = put('new', 'content').then(() => (isAcknowledged = true));
  // Its bytes have taken their place, its name has not been written.
  while (statSync(blob).ino === before) await new Promise(setImmediate);
  expect(isAcknowledged).toBe(false);
  expect(files.find('new')).toBeUndefined();
  files.remove('old');
  await upload;
  expect(read('new')).toBe('content');
});

test('bytes that no file has any more are gone from the disk, also after two uploads of them at once', async () => {
  const [first, second] = await Promise.all([put('a', 'same'), put('b', 'same')]);
  expect(first.blob).toBe(second.blob);
  files.remove('a');
  expect(read('b')).toBe('same');
  await put('b', 'other');
  expect(existsSync(first.blob)).toBe(false);
});

test('a second name keeps the bytes when the first is gone', async () => {
  await put('a', 'bytes');
  await put('b', 'written over');
  const { blob } = files.find('b') ?? { blob: '' };
  files.link('a', 'b', '');
  files.remove('a');
  expect(read('b')).toBe('bytes');
  expect(existsSync(blob)).toBe(false);
});
