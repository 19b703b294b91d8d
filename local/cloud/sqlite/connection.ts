import { pathToFileURL } from 'node:url';
import Database from 'libsql';

/**
 * The one place that knows the SQLite driver. libsql's native code ends the whole process on some bindings (a lone
 * Buffer, object or boolean as the only argument), so every parameter travels inside one array and is of a kind listed here.
 */
export type Parameter = string | number | bigint | Buffer | null;
/** What was bound as a Buffer is read as its bytes. */
export type Row = Readonly<Record<string, Exclude<Parameter, Buffer> | ArrayBuffer>>;

export interface Statement {
  all(...parameters: readonly Parameter[]): Row[];
  get(...parameters: readonly Parameter[]): Row | undefined;
  /** @returns rows changed */
  run(...parameters: readonly Parameter[]): number;
}

export interface Connection {
  execute(sql: string): void;
  prepare(sql: string): Statement;
  /** Runs `work` in one transaction: all of it is kept or nothing. */
  atomically<T>(work: () => T): T;
  close(): void;
}

const isParameter = (value: unknown): value is Parameter =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  Buffer.isBuffer(value);

const checked = (parameters: readonly Parameter[]): Parameter[] => {
  for (const parameter of parameters) {
    if (!isParameter(parameter)) throw new TypeError(`not a database parameter: ${typeof parameter}`);
  }
  return [...parameters];
};

const connectionOf = (database: Database.Database): Connection => {
  let depth = 0;
  return {
    execute: (sql) => {
      database.exec(sql);
    },
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        all: (...parameters) => statement.all(checked(parameters)) as Row[],
        get: (...parameters) => statement.get(checked(parameters)) as Row | undefined,
        run: (...parameters) => Number(statement.run(checked(parameters)).changes),
      };
    },
    atomically: (work) => {
      if (depth > 0) return work();
      database.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // A disk that fails makes SQLite roll back by itself.
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => {
      database.close();
    },
  };
};

/**
 * Opens a file that is there and changes nothing of it, also beside the process that writes it.
 * @throws when there is none, or it may not be read
 */
export const openReadOnly = (file: string): Connection =>
  // The driver passes over its option `readonly`; SQLite itself keeps to the address (uri.html, mode).
  connectionOf(new Database(`${pathToFileURL(file).href}?mode=ro`));

/**
 * Opens or creates the file. WAL with synchronous FULL: what a commit returned from survives a loss of power.
 */
export const openConnection = (file: string): Connection => {
  const database = new Database(file);
  try {
    database.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    throw new Error(`${file} 不是数据库文件，或已损坏：请恢复备份，或用 --data 另选一个文件夹`, {
      cause: error,
    });
  }
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA busy_timeout = 5000');
  return connectionOf(database);
};
