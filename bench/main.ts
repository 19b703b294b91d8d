import { parseArgs } from 'node:util';
import { benchCloud } from './cloud';
import { benchFunctions } from './functions';
import { benchLists } from './lists/lists';
import type { Measurement } from './measure';
import { benchPhone } from './phone';

const BENCHES: Readonly<Record<string, () => Promise<Record<string, Measurement>>>> = {
  cloud: benchCloud,
  functions: benchFunctions,
  phone: benchPhone,
  lists: () => benchLists(),
};

const isMet = ({ value, goal, better }: Measurement): boolean =>
  better === 'lower' ? value <= goal : value >= goal;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  const results: Record<string, Measurement> = {};
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`没有名为 ${name} 的测量，可选：${Object.keys(BENCHES).join('、')}`);
    Object.assign(results, await bench());
  }
  if (values.json) console.log(JSON.stringify(results));
  for (const [name, measured] of Object.entries(results)) {
    const { value, goal, better, note } = measured;
    if (!isMet(measured)) process.exitCode = 1;
    if (values.json) continue;
    const goalText = `${better === 'lower' ? '≤' : '≥'} ${goal}`;
    console.log(`${isMet(measured) ? '✓' : '✗'} ${name}  ${note ?? value.toFixed(2)}  (${goalText})`);
  }
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
