import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openReadOnly, type Connection } from '../cloud/sqlite/connection';
import { brokenReport, COLLECTION_NAMES, wholeReport } from './report';
import { documentsOf } from './snapshot';
import { HEADS, verify } from './verify';

const USAGE = `用法：npm run verify-chain [-- --data DIR]
  --data DIR    数据目录（默认 .data）；只读，程序运行时也可以核对
结束码：0 完整，1 有断链，2 没能核对`;

/** Everything holds; a link does not; nobody knows. */
const WHOLE = 0;
const BROKEN = 1;
const UNKNOWN = 2;

/** null for who only asks how. @throws Error in Chinese */
const dataDirectory = (): string | null => {
  try {
    const { values } = parseArgs({
      options: { data: { type: 'string', default: '.data' }, help: { type: 'boolean', default: false } },
    });
    return values.help ? null : path.resolve(process.cwd(), values.data);
  } catch (error) {
    throw new Error(`参数无法识别：${process.argv.slice(2).join(' ')}\n${USAGE}`, { cause: error });
  }
};

/** @throws Error in Chinese when there is nothing to read */
const databaseIn = (directory: string): string => {
  if (!existsSync(directory)) throw new Error(`没有数据目录 ${directory}，请用 --data 指明`);
  const file = path.join(directory, 'cloud.db');
  if (!existsSync(file))
    throw new Error(`${directory} 里没有数据库文件 cloud.db，不是本程序的数据目录？请用 --data 指明`);
  return file;
};

/** Pages before contents: what the file itself contradicts is no record's affair. @throws Error */
const requireSound = (connection: Connection): void => {
  const answer = String(connection.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
  if (answer !== 'ok') throw new Error(answer);
};

/** Of one moment: what is written meanwhile is not looked at. @returns the exit code */
const verifySnapshot = (connection: Connection): number => {
  connection.execute('BEGIN');
  requireSound(connection);
  const of = (name: string) => documentsOf(connection, name);
  const collections = { projects: of('projects'), inspections: of('inspections'), [HEADS]: of(HEADS) };
  const verified = verify(collections, (collection, done, all) =>
    console.log(`  ${COLLECTION_NAMES[collection]} ${done} / ${all}`),
  );
  const { found, counted } = verified;
  const lines = found
    ? brokenReport(found, counted, [of('inbox'), collections.inspections])
    : wholeReport(verified);
  console.log(lines.join('\n'));
  return found ? BROKEN : WHOLE;
};

/** @throws Error in Chinese when the file cannot be read to its end */
const verifyFile = (file: string): number => {
  let connection: Connection | undefined;
  try {
    connection = openReadOnly(file);
    return verifySnapshot(connection);
  } catch (error) {
    throw new Error(
      `数据库文件 ${file} 读不完：不是数据库，或已损坏（${(error as Error).message}）。请恢复备份后再核对，或用 --data 另选一个文件夹`,
      { cause: error },
    );
  } finally {
    connection?.close();
  }
};

const main = (): number => {
  const directory = dataDirectory();
  if (directory === null) {
    console.log(USAGE);
    return WHOLE;
  }
  const file = databaseIn(directory);
  console.log(`正在核对 ${file}（只读）…`);
  return verifyFile(file);
};

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = UNKNOWN;
}
