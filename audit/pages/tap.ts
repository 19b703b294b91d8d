import type { Locator, Page } from 'playwright-core';

/** Taps what stands on the screen with just this text. */
export const tap = async (page: Page, text: string): Promise<void> => {
  await page.getByText(text, { exact: true }).filter({ visible: true }).first().tap();
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
