import { parseArgs } from 'node:util';
import { timeToAnswer, tortureWithBrokenDisk, tortureWithKills, type TortureResult } from './cloud';
import type { DiskFault } from './broken-disk';

const MAX_RESTART_MS = 1000;
const DISK_FAULTS: Readonly<Record<DiskFault, string>> = { full: '磁盘已满', unsynced: 'fsync 出错' };

// The SDKs warn of calls that took long, which is what happens here.
console.warn = () => undefined;

let hasFailed = false;

const tell = (name: string, isGood: boolean, text: string): void => {
  console.log(`${isGood ? '✓' : '✗'} ${name}：${text}`);
  hasFailed ||= !isGood;
};

const summaryOf = ({ acknowledged, unanswered, faults }: TortureResult): string =>
  [`应答 ${acknowledged} 次写入，未应答 ${unanswered} 次`, ...faults.slice(0, 10)].join('\n    ');

const cloud = async (kills: number, seed: number): Promise<void> => {
  const result = await tortureWithKills(kills, seed, (kill) => {
    if (kill % 20 === 0) console.log(`  ${kill} / ${kills}`);
  });
  tell(`${result.kills} 次随时终止`, result.faults.length === 0, summaryOf(result));
  const ms = await timeToAnswer();
  tell(
    '十万条记录时从启动到第一次应答',
    ms < MAX_RESTART_MS,
    `${Math.round(ms)} 毫秒（< ${MAX_RESTART_MS}）`,
  );
  for (const fault of ['full', 'unsynced'] as const) {
    const outcome = await tortureWithBrokenDisk(fault, seed);
    if ('notRun' in outcome) console.log(`- ${DISK_FAULTS[fault]}：not run，${outcome.notRun}`);
    else tell(DISK_FAULTS[fault], outcome.faults.length === 0, summaryOf(outcome));
  }
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
