import type { App } from './writers';
import { killAtCall } from './broken-disk';
import { onGround, type NotRun, type TortureResult } from './ground';

/** A commit of two documents takes fewer calls than this. */
const MOST_CALLS = 60;

/** One transaction on two collections. @returns whether it was acknowledged */
const writePair = (app: App, _id: string): Promise<boolean> =>
  app
    .database()
    .runTransaction(
      async (transaction: Awaited<ReturnType<ReturnType<App['database']>['startTransaction']>>) => {
        await transaction.collection('lefts').add({ _id });
        await transaction.collection('rights').add({ _id });
      },
    )
    .then(
      () => true,
      () => false,
    );

const has = async (app: App, collection: string, _id: string): Promise<boolean> =>
  ((await app.database().collection(collection).doc(_id).get()).data as unknown[]).length > 0;

/**
 * Kills the environment in the middle of a commit: at its first write or fsync of the database's log, then at its
 * second, and so on until a commit gets through. Both documents are there, or neither; both, when it was answered.
 */
export const tortureCommits = (): Promise<TortureResult | NotRun> =>
  onGround<TortureResult | NotRun>(async ({ folder, cloud, environment: { app } }) => {
    const [faults, counts]: [string[], { acknowledged: number; unanswered: number }] = [
      [],
      { acknowledged: 0, unanswered: 0 },
    ];
    for (const name of ['lefts', 'rights']) await app.database().createCollection(name);
    let call = 1;
    for (let isThrough = false; !isThrough; call += 1) {
      if (call > MOST_CALLS) throw new Error(`a commit of more than ${MOST_CALLS} calls`);
      const trap = await killAtCall(call, cloud.pid ?? 0, folder);
      if ('notRun' in trap) return trap;
      isThrough = await writePair(app, `c${call}`);
      counts[isThrough ? 'acknowledged' : 'unanswered'] += 1;
      await trap.mend();
      await cloud.kill();
      await cloud.start();
      const [left, right] = [await has(app, 'lefts', `c${call}`), await has(app, 'rights', `c${call}`)];
      if (left !== right) faults.push(`第 ${call} 次系统调用处终止：事务只有一半`);
      else if (isThrough && !left) faults.push(`第 ${call} 次系统调用处终止：应答过的事务丢失`);
    }
    if (counts.unanswered === 0) faults.push('没有一次终止落在提交之中');
    return { kills: call - 1, ...counts, faults };
  });
