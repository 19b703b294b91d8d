import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { INDEXES } from '../../cloudfunctions/indexes';
import { startCloud, type Cloud } from '../../local/cloud';
import type { Measurement } from '../measure';
import { fill } from './fill';
import { QUESTIONS, type Question } from './questions';
import { ASKERS, type Asker } from './stock';

/** How many inspections the two provinces have: a list must cost the same in both. */
export interface ListBenchSizes {
  readonly few: number;
  readonly many: number;
}
const SIZES: ListBenchSizes = { few: 1_800, many: 180_000 };

/** Documents a list may look at, for those it gives. */
const mostExamined = (returned: number): number => 1.5 * returned + 20;

const post = async (url: string, asker: Asker, route: string, body: object): Promise<unknown> => {
  const response = await fetch(`${url}/client/${route}`, {
    method: 'POST',
    headers: { 'x-wx-holder': ASKERS[asker] },
    body: JSON.stringify(body),
  });
  return response.json();
};

/** @throws Error with what the function said */
const ask = async (url: string, asker: Asker, [name, action, data]: Question['call']): Promise<void> => {
  const answer = (await post(url, asker, 'call', { name, data: { action, data } })) as {
    result?: { ok: boolean; error?: { message: string } };
  };
  if (!answer.result?.ok) {
    throw new Error(`${name}.${action}：${answer.result?.error?.message ?? JSON.stringify(answer)}`);
  }
};

/** What one list cost, over all that its function asked. */
export interface ListCost {
  examined: number;
  returned: number;
}

const measured = async (
  dataDir: string,
  count: number,
  print: (line: string) => void,
): Promise<Record<string, ListCost>> => {
  const cost: ListCost = { examined: 0, returned: 0 };
  const root = process.cwd();
  const start = (): Promise<Cloud> =>
    startCloud({
      dataDir,
      functionsDir: path.join(root, 'dist/cloudfunctions'),
      runnerPath: path.join(root, 'dist/local/function-runner.js'),
      divisions: [],
      indexes: INDEXES,
      print: () => undefined,
      onAnswered: ({ examined, returned }) => {
        cost.examined += examined;
        cost.returned += returned;
      },
    });
  // It makes the directory its own; nobody else has the file open while it is filled.
  await (await start()).close();
  await fill(dataDir, count, print);
  const cloud = await start();
  try {
    for (const asker of Object.keys(ASKERS) as Asker[]) {
      const { code } = (await post(cloud.url, asker, 'phone-code', {})) as { code: string };
      await ask(cloud.url, asker, ['session', 'enter', { code }]);
    }
    const costs: Record<string, ListCost> = {};
    for (const { name, as, call } of QUESTIONS) {
      Object.assign(cost, { examined: 0, returned: 0 });
      await ask(cloud.url, as, call);
      costs[name] = { ...cost };
    }
    return costs;
  } finally {
    await cloud.close();
  }
};

/** Every list of the product in a small province and in a large one: documents looked at for those given. */
export const benchLists = async (
  sizes = SIZES,
  print: (line: string) => void = (line) => console.error(line),
): Promise<Record<string, Measurement>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-bench-lists-'));
  try {
    const results: Record<string, Measurement> = {};
    for (const count of [sizes.few, sizes.many]) {
      print(`正在写入 ${count} 次检查 …`);
      const costs = await measured(path.join(folder, String(count)), count, print);
      for (const [name, { examined, returned }] of Object.entries(costs)) {
        results[`lists.${count} ${name}`] = {
          value: examined,
          goal: QUESTIONS.find((question) => question.name === name)?.most ?? mostExamined(returned),
          better: 'lower',
          note: `看 ${examined} 得 ${returned}`,
        };
      }
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
