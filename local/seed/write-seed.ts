import tcb from '@cloudbase/node-sdk';
import { INDEXES } from '../../cloudfunctions/indexes';

/** Documents of one insert, and about how many bytes: well under the service's bound on a request. */
const MOST_DOCUMENTS = 500;
const MOST_CHARACTERS = 1_000_000;
/** Ids of one query: more would not be looked up one by one. */
const IDS_PER_QUERY = 100;

export interface SeedTarget {
  readonly env: string;
  readonly serviceUrl: string;
  readonly secretId: string;
  readonly secretKey: string;
}

/** Off Tencent's network the SDK asks its metadata hosts for 15 seconds, unless it is told. */
process.env['TENCENTCLOUD'] ??= 'true';

const connect = ({ env, serviceUrl, secretId, secretKey }: SeedTarget) =>
  tcb.init({ env, serviceUrl, secretId, secretKey }).database();

/** The collections every environment has, empty or not. */
export const createCollections = async (target: SeedTarget): Promise<void> => {
  const database = connect(target);
  for (const name of Object.keys(INDEXES)) await database.createCollection(name);
};

interface Identified {
  readonly _id: string;
}

type Database = ReturnType<typeof connect>;

const batchesOf = <T>(documents: readonly T[]): T[][] => {
  const batches: T[][] = [];
  let [batch, characters]: [T[], number] = [[], 0];
  for (const document of documents) {
    const length = JSON.stringify(document).length;
    if (batch.length === MOST_DOCUMENTS || (batch.length > 0 && characters + length > MOST_CHARACTERS)) {
      batches.push(batch);
      [batch, characters] = [[], 0];
    }
    batch.push(document);
    characters += length;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
};

const idsPresent = async (
  database: Database,
  name: string,
  documents: readonly Identified[],
): Promise<ReadonlySet<string>> => {
  const present = new Set<string>();
  for (let start = 0; start < documents.length; start += IDS_PER_QUERY) {
    const ids = documents.slice(start, start + IDS_PER_QUERY).map(({ _id }) => _id);
    const { data } = await database
      .collection(name)
      .where({ _id: database.command.in(ids) })
      .field({ _id: true })
      .limit(IDS_PER_QUERY)
      .get();
    for (const { _id } of data as Identified[]) present.add(_id);
  }
  return present;
};

const isDuplicate = (error: unknown): boolean => error instanceof Error && error.message.includes('E11000');

/** A batch is written whole; only where some of it stands there already is it asked which. */
const addMissing = async (database: Database, name: string, batch: readonly Identified[]): Promise<void> => {
  try {
    await database.collection(name).add([...batch]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const present = await idsPresent(database, name, batch);
    const missing = batch.filter(({ _id }) => !present.has(_id));
    if (missing.length > 0) await database.collection(name).add(missing);
  }
};

/**
 * Writes the documents through the unmodified @cloudbase/node-sdk, as administration would. What stands there already
 * stays as it is, so that an interrupted run is finished by the next.
 * @param onWritten told after each batch how many of all documents are there
 */
export const writeDocuments = async (
  target: SeedTarget,
  collections: Readonly<Record<string, readonly Identified[]>>,
  onWritten: (done: number, all: number) => void = () => undefined,
): Promise<void> => {
  const database = connect(target);
  const all = Object.values(collections).reduce((sum, documents) => sum + documents.length, 0);
  let done = 0;
  for (const [name, documents] of Object.entries(collections)) {
    for (const batch of batchesOf(documents)) {
      await addMissing(database, name, batch);
      done += batch.length;
      onWritten(done, all);
    }
  }
};
