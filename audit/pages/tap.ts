import type { Page } from 'playwright-core';

/** Taps what stands on the screen with just this text. */
export const tap = async (page: Page, text: string): Promise<void> => {
  await page.getByText(text, { exact: true }).filter({ visible: true }).first().tap();
};
