import { build } from 'esbuild';
import type { Fault } from './inspect/rules';
import { AUDITED, nameOf } from './looks';
import { SCREENS, type Screen } from './screens';
import { Stage, type Look } from './stage';

/** Of the first screen: ours, below WeChat's 20 a second and 256 KB. */
const MOST_SET_DATA = 2;
const MOST_SET_DATA_BYTES = 16 * 1024;
const MOST_CALLS = 1;

interface SetDataMark {
  readonly bytes: number;
}

const inspector = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: ['audit/pages/inspect/index.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

const firstScreenFaults = (marks: readonly SetDataMark[], calls: readonly string[]): Fault[] => {
  const bytes = marks.reduce((sum, mark) => sum + mark.bytes, 0);
  return [
    ...(marks.length > MOST_SET_DATA
      ? [{ rule: 'setData 次数', what: `${marks.length}（≤ ${MOST_SET_DATA}）` }]
      : []),
    ...(bytes > MOST_SET_DATA_BYTES
      ? [{ rule: 'setData 大小', what: `${bytes} 字节（≤ ${MOST_SET_DATA_BYTES}）` }]
      : []),
    ...(calls.length > MOST_CALLS
      ? [{ rule: '首屏请求', what: `${calls.length} 次（≤ ${MOST_CALLS}）` }]
      : []),
  ];
};

const audit = async (stage: Stage, screen: Screen, look: Look, script: string): Promise<Fault[]> => {
  const { page, errors, calls, close } = await stage.show(screen, look);
  try {
    const marks = await page.evaluate(() =>
      performance
        .getEntriesByName('page.setData')
        .map((entry) => (entry as PerformanceMark).detail as SetDataMark),
    );
    await page.addScriptTag({ content: script });
    const faults = await page.evaluate(() => window.inspectPage());
    return [
      ...faults,
      ...(screen.then ? [] : firstScreenFaults(marks, calls)),
      ...errors.map((what) => ({ rule: '控制台', what })),
    ];
  } finally {
    await close();
  }
};

const main = async (): Promise<number> => {
  const only = process.argv[2];
  const script = await inspector();
  const stage = await Stage.open();
  let faulty = 0;
  try {
    await stage.prepare(SCREENS);
    for (const screen of SCREENS.filter(({ name }) => !only || name.includes(only))) {
      const found = new Map<string, string[]>();
      for (const look of AUDITED) {
        const faults = await audit(stage, screen, look, script).catch((error: unknown) => [
          { rule: '页面', what: (error as Error).message.split('\n')[0] ?? '' },
        ]);
        for (const { rule, what } of faults) {
          const line = `${rule}：${what}`;
          found.set(line, [...(found.get(line) ?? []), nameOf(look)]);
        }
      }
      console.log(`${found.size === 0 ? '✓' : '✗'} ${screen.name}`);
      for (const [line, looks] of found) console.log(`    ${line}  [${looks.join('，')}]`);
      faulty += found.size;
    }
  } finally {
    await stage.close();
  }
  console.log(
    faulty === 0 ? `${SCREENS.length} 个页面、${AUDITED.length} 种外观，没有问题` : `${faulty} 个问题`,
  );
  return faulty;
};

main().then(
  (faulty) => process.exit(faulty === 0 ? 0 : 1),
  (error: unknown) => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
