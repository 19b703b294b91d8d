import { parseArgs } from 'node:util';
import type { DiskFault } from './broken-disk';
import { tortureWithKills } from './cloud';
import { tortureCommits } from './commit';
import { tortureWithBrokenDisk, tortureWithFullFiles, watchSyncs } from './disk';
import type { NotRun, TortureResult } from './ground';
import { timeToAnswer } from './restart';

const MAX_RESTART_MS = 1000;
const DISK_FAULTS: Readonly<Record<DiskFault, string>> = {
  full: '磁盘已满',
  unsynced: 'fsync 出错',
  filesUnsynced: '只有上传文件的 fsync 出错',
};

// The SDKs warn of calls that took long, which is what happens here.
console.warn = () => undefined;

let hasFailed = false;

const tell = (name: string, isGood: boolean, text: string): void => {
  console.log(`${isGood ? '✓' : '✗'} ${name}：${text}`);
  hasFailed ||= !isGood;
};

const summaryOf = ({ acknowledged, unanswered, faults }: TortureResult): string =>
  [`应答 ${acknowledged} 次写入，未应答 ${unanswered} 次`, ...faults.slice(0, 10)].join('\n    ');

const tellOutcome = (name: string, outcome: TortureResult | NotRun): void => {
  if ('notRun' in outcome) console.log(`- ${name}：not run，${outcome.notRun}`);
  else tell(name, outcome.faults.length === 0, summaryOf(outcome));
};

const cloud = async (kills: number, seed: number): Promise<void> => {
  const result = await tortureWithKills(kills, seed, (kill) => {
    if (kill % 20 === 0) console.log(`  ${kill} / ${kills}`);
  });
  tell(
    `${result.kills} 次随时终止（${result.inside} 次在云函数的事务之中）`,
    result.faults.length === 0 && result.inside > 0,
    summaryOf(result),
  );
  const ms = await timeToAnswer();
  tell(
    '十万条记录时从启动到第一次应答',
    ms < MAX_RESTART_MS,
    `${Math.round(ms)} 毫秒（< ${MAX_RESTART_MS}）`,
  );
  for (const fault of ['full', 'unsynced', 'filesUnsynced'] as const) {
    tellOutcome(DISK_FAULTS[fault], await tortureWithBrokenDisk(fault, seed));
  }
  tellOutcome('每次上传的每一步都落盘', await watchSyncs());
  tellOutcome('存文件的磁盘已满', await tortureWithFullFiles());
  tellOutcome('在提交的每一次写盘处终止', await tortureCommits());
};

const TORTURES: Readonly<Record<string, (kills: number, seed: number) => Promise<void>>> = { cloud };

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 1e6) },
    },
    allowPositionals: true,
  });
  for (const name of positionals.length > 0 ? positionals : Object.keys(TORTURES)) {
    const torture = TORTURES[name];
    if (!torture) throw new Error(`没有 ${name}，可选：${Object.keys(TORTURES).join('、')}`);
    console.log(`${name}（--seed ${values.seed}）`);
    await torture(Number(values.kills), Number(values.seed));
  }
  process.exit(hasFailed ? 1 : 0);
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
