import type { Locator, Page } from 'playwright-core';
import { standsStill } from './still';

/** Taps what stands on the screen with just this text, once it stands still: a sheet that slides in is missed. */
export const tap = async (page: Page, text: string): Promise<void> => {
  const target = page.getByText(text, { exact: true }).filter({ visible: true }).first();
  await target.waitFor();
  await standsStill(page);
  await target.tap();
};

export const see = async (page: Page, text: string): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

/** The phone draws a field's placeholder itself. */
export const field = (page: Page, placeholder: string): Locator =>
  page.locator(`[aria-placeholder="${placeholder}"]`).filter({ visible: true });

/** The same phone opens another page, with what it remembers. */
export const openAnew = async (page: Page, path: string): Promise<void> => {
  const address = new URL(page.url());
  address.searchParams.set('path', path);
  await page.goto(address.href);
};

/** Waits until that text is nowhere on the screen. */
export const seeNoMore = async (page: Page, text: string): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ state: 'hidden' });

/** Further down the page. */
export const scrollDownTo = async (page: Page, text: string): Promise<void> =>
  page
    .getByText(text)
    .filter({ visible: true })
    .first()
    .evaluate((node) => node.scrollIntoView({ block: 'center' }));
