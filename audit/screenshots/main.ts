import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameOf, PICTURED } from '../pages/looks';
import { SCREENS } from '../pages/screens';
import { Stage } from '../pages/stage';

const ALL = 'dist/screenshots';
/** One picture a page, in the usual size: docs/design.md shows them. */
const SHOWN = 'docs/pictures';

const isUsual = ({ width, type, theme }: (typeof PICTURED)[number]): boolean =>
  width === 375 && type === 1 && theme === 'light';

const main = async (): Promise<void> => {
  const only = process.argv[2];
  const stage = await Stage.open();
  try {
    await stage.prepare(SCREENS);
    for (const screen of SCREENS.filter(({ name }) => !only || name.includes(only))) {
      for (const look of PICTURED) {
        const { page, close } = await stage.show(screen, look);
        const folder = path.join(ALL, nameOf(look));
        mkdirSync(folder, { recursive: true });
        const file = path.join(folder, `${screen.name}.png`);
        const picture = await page.screenshot({ path: file });
        if (isUsual(look)) {
          mkdirSync(SHOWN, { recursive: true });
          writeFileSync(path.join(SHOWN, `${screen.name}.png`), picture);
        }
        await close();
      }
      console.log(screen.name);
    }
  } finally {
    await stage.close();
  }
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
