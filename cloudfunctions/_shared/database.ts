import cloud from 'wx-server-sdk';

/** wx-server-sdk types every call as "perhaps a promise"; these are its promises as they are. */
interface Query<T> {
  where(condition: object): Query<T>;
  orderBy(field: string, order: 'asc' | 'desc'): Query<T>;
  limit(count: number): Query<T>;
  field(fields: object): Query<T>;
  get(): Promise<{ data: T[] }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
  count(): Promise<{ total: number }>;
}

interface DocumentHandle<T> {
  get(): Promise<{ data: T | null }>;
  set(options: { data: object }): Promise<unknown>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

interface Collection<T> extends Query<T> {
  doc(id: string): DocumentHandle<T>;
  add(options: { data: object | readonly object[] }): Promise<{ _id?: string; _ids?: string[] }>;
}

/** What a transaction offers: documents by id, and add; a query in it would run outside (云开发数据库, 事务). */
export interface Transaction {
  collection<T>(name: string): {
    doc(id: string): DocumentHandle<T>;
    add(options: { data: object }): Promise<{ _id: string }>;
  };
}

interface Database {
  collection<T>(name: string): Collection<T>;
  command: Command;
  Geo: { Point: new (lng: number, lat: number) => object };
  runTransaction<R>(run: (transaction: Transaction) => Promise<R>, retries?: number): Promise<R>;
}

interface Command {
  in(values: readonly unknown[]): object;
  exists(isThere: boolean): object;
  lt(value: unknown): object;
  gt(value: unknown): object;
  gte(value: unknown): object;
  or(...conditions: readonly object[]): object;
  and(...conditions: readonly object[]): object;
  geoNear(near: {
    readonly geometry: object;
    readonly maxDistance: number;
    readonly minDistance: number;
  }): object;
  push(value: object): object;
  set(value: unknown): object;
}

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

/** A missing document is an answer, not an error; the option is real, its type is missing. */
const DATABASE_CONFIG: object = { throwOnNotFound: false };
const connection = cloud.database(DATABASE_CONFIG) as unknown as Database;

export const command = connection.command;
export const collection = <T>(name: string): Collection<T> => connection.collection<T>(name);

/**
 * Within so many metres of the point; the answer comes nearest first. The field needs an index of places.
 * Without minDistance the SDK sends a null that is no number of metres.
 */
export const within = (
  metres: number,
  { lng, lat }: { readonly lng: number; readonly lat: number },
): object =>
  command.geoNear({ geometry: new connection.Geo.Point(lng, lat), maxDistance: metres, minDistance: 0 });

export const runTransaction = <R>(run: (transaction: Transaction) => Promise<R>): Promise<R> =>
  connection.runTransaction(run);

/** Whether an insert met a document with the same `_id` or unique key. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && /E11000|duplicate key/i.test(error.message);

/** Inserts, and says whether it was this call that did: false when the document stood there already. */
export const insertOnce = async (name: string, document: object): Promise<boolean> => {
  try {
    await collection(name).add({ data: document });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
};
