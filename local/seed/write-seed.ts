import tcb from '@cloudbase/node-sdk';
import { INDEXES } from '../../cloudfunctions/indexes';

/** Documents of one insert: well under the service's bound on a request. */
const BATCH = 100;

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

/**
 * Writes the documents through the unmodified @cloudbase/node-sdk, as administration would. What stands there already
 * stays as it is, so that an interrupted run is finished by the next.
 */
export const writeDocuments = async (
  target: SeedTarget,
  collections: Readonly<Record<string, readonly Identified[]>>,
): Promise<void> => {
  const database = connect(target);
  for (const [name, documents] of Object.entries(collections)) {
    for (let start = 0; start < documents.length; start += BATCH) {
      const batch = documents.slice(start, start + BATCH);
      const ids = batch.map(({ _id }) => _id);
      const { data } = await database
        .collection(name)
        .where({ _id: database.command.in(ids) })
        .limit(BATCH)
        .get();
      const present = new Set((data as Identified[]).map(({ _id }) => _id));
      const missing = batch.filter(({ _id }) => !present.has(_id));
      if (missing.length > 0) await database.collection(name).add(missing);
    }
  }
};
