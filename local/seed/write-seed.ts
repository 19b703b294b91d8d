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

/** Whether the environment has the product's collections already. */
export const isPrepared = async (target: SeedTarget): Promise<boolean> => {
  try {
    await connect(target).collection('stations').count();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'DATABASE_COLLECTION_NOT_EXIST') return false;
    throw error;
  }
};

/** Writes the documents through the unmodified @cloudbase/node-sdk, as administration would. */
export const writeDocuments = async (
  target: SeedTarget,
  collections: Readonly<Record<string, readonly object[]>>,
): Promise<void> => {
  const database = connect(target);
  for (const [name, documents] of Object.entries(collections)) {
    for (let start = 0; start < documents.length; start += BATCH) {
      await database.collection(name).add(documents.slice(start, start + BATCH));
    }
  }
};
