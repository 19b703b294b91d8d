import type { Fault } from './inspect/fault';
import { chosenScreens } from './chosen';
import { inspector } from './inspector';
import { AUDITED, isUsual, nameOf, SHARE } from './looks';
import type { Screen } from './screen';
import { firstSetDataFaults, idleFaults, marksOf, setDataFaults } from './set-data';
import { Stage, type Look } from './stage';

/** Ours, of the first screen. */
const MOST_CALLS = 1;
/** A page waits for frames and answers most of its time: two cores carry three. */
const AT_ONCE = 3;

const [part, looks] = process.argv[2] === '--share' ? [undefined, SHARE] : [process.argv[2], AUDITED];

const callFaults = (calls: readonly string[]): Fault[] =>
  calls.length > MOST_CALLS
    ? [{ rule: '首屏请求', what: `${calls.length} 次（≤ ${MOST_CALLS}）：${calls.join('，')}` }]
    : [];

const audit = async (stage: Stage, screen: Screen, look: Look, script: string): Promise<Fault[]> => {
  // Once a screen: what it asks and sets does not change with its size.
  const { page, errors, firstMarks, watched, foreign, close } = await stage.show(screen, look, isUsual(look));
  try {
    const marks = await marksOf(page);
    await page.addScriptTag({ content: script });
    const faults = await page.evaluate(() => window.inspectPage());
    return [
      ...faults,
      ...firstSetDataFaults(firstMarks),
      ...setDataFaults(marks),
      ...(watched ? [...callFaults(watched.calls), ...idleFaults(watched.idleMarks)] : []),
      ...foreign.map((what) => ({ rule: '别的主机', what })),
      ...errors.map((what) => ({ rule: '控制台', what })),
    ];
  } finally {
    await close();
  }
};

/** The faults of a screen, each with the looks that have it, and how many looks were measured. */
class Findings {
  private readonly looks = new Map<string, Look[]>();
  measured = 0;

  add(look: Look, faults: readonly Fault[]): void {
    this.measured += 1;
    for (const { rule, what } of faults) {
      const line = `${rule}：${what}`;
      this.looks.set(line, [...(this.looks.get(line) ?? []), look]);
    }
  }

  get count(): number {
    return this.looks.size;
  }

  tell(name: string): void {
    console.log(`${this.count === 0 ? '✓' : '✗'} ${name}`);
    for (const [line, having] of this.looks) {
      const where = looks.filter((look) => having.includes(look)).map(nameOf);
      console.log(`    ${line}  [${where.join('，')}]`);
    }
  }
}

/** @returns how many faults there are */
const main = async (): Promise<number> => {
  const screens = chosenScreens(part);
  const script = await inspector();
  const stage = await Stage.open();
  const findings = new Map(screens.map((screen) => [screen, new Findings()]));
  const waiting = screens.flatMap((screen) => looks.map((look) => ({ screen, look })));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { screen, look } = next;
      const found = findings.get(screen);
      const faults = await audit(stage, screen, look, script).catch((error: unknown) => [
        { rule: '页面', what: (error as Error).message ?? '' },
      ]);
      found?.add(look, faults);
      if (found?.measured === looks.length) found.tell(screen.name);
    }
  };
  try {
    await stage.prepare(screens);
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await stage.close();
  }
  const all = [...findings.values()];
  const measured = all.reduce((sum, each) => sum + each.measured, 0);
  const faulty = all.reduce((sum, { count }) => sum + count, 0);
  if (measured !== screens.length * looks.length) throw new Error(`只量了 ${measured} 次，没有量完`);
  console.log(
    `${screens.length} 个页面，共量 ${measured} 次，${faulty === 0 ? '没有问题' : `${faulty} 个问题`}`,
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
