import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { chosenScreens } from '../pages/chosen';
import { isUsual, nameOf, PICTURED } from '../pages/looks';
import { Stage } from '../pages/stage';

const ALL = 'dist/screenshots';
/** One picture a page, in the usual size: docs/design.md shows them. */
const SHOWN = 'docs/pictures';

/** What turns and glows for ever is shown as it begins: two pictures of a page are the same. */
const picture = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled' });

/** To the end of what a finger would scroll there: a sheet's list, or the page. @returns whether there is more than one screen */
const scrollToEnd = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const isShown = (element: Element): boolean => element.getBoundingClientRect().height > 0;
    const dialog = [...document.querySelectorAll('[role=dialog]')].filter(isShown).pop();
    const within = dialog
      ? [...dialog.querySelectorAll('*')]
      : [...document.querySelectorAll('.phone-page-view')].filter(isShown);
    const scroller = within.find(
      (each) => /auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight,
    );
    scroller?.scrollTo({ top: scroller.scrollHeight, behavior: 'instant' });
    return scroller !== undefined;
  });

const main = async (): Promise<void> => {
  const screens = chosenScreens(process.argv[2]);
  const stage = await Stage.open();
  let taken = 0;
  try {
    await stage.prepare(screens);
    for (const screen of screens) {
      for (const look of PICTURED) {
        const { page, settle, close } = await stage.show(screen, look, false);
        const folder = path.join(ALL, nameOf(look));
        mkdirSync(folder, { recursive: true });
        const first = await picture(page);
        writeFileSync(path.join(folder, `${screen.name}.png`), first);
        if (isUsual(look)) {
          mkdirSync(SHOWN, { recursive: true });
          writeFileSync(path.join(SHOWN, `${screen.name}.png`), first);
        }
        if (await scrollToEnd(page)) {
          await settle();
          writeFileSync(path.join(folder, `${screen.name}（末尾）.png`), await picture(page));
        }
        await close();
        taken += 1;
      }
      console.log(screen.name);
    }
  } finally {
    await stage.close();
  }
  console.log(`${screens.length} 个页面、${taken} 种样子，在 ${ALL}`);
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
