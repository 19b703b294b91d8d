import type { Locator, Page } from 'playwright-core';

/** One page of the program, in the hands of somebody for whom it is full. */
export interface Screen {
  readonly name: string;
  /** The holder's phone number. */
  readonly as: string;
  /** Page with query; an id is asked for where the page needs one. */
  readonly path: string | ((ids: Ids) => Promise<string>);
  /** What stands there when it is ready. */
  readonly shows: string | RegExp | ((page: Page) => Locator);
  /** From the page to a sheet of it, or on to another page. */
  readonly then?: (page: Page) => Promise<void>;
  /** What it asked last is never answered. */
  readonly staysBusy?: boolean;
  /** Nobody has entered on this phone. */
  readonly isOutside?: boolean;
  /** What becomes of the page's requests: held, answered with the service's own failure, or there is no network. */
  readonly network?: 'held' | 'failing' | 'off';
}

/** What the demonstration data have not: made before the pictures are taken (stage.ts). */
export type MadeName = 'clear' | 'rejected' | 'corrected' | 'read';

/** Ids of the demonstration data, asked for as the person's own phone would. */
export interface Ids {
  /** The newest the person sent; of a part, where one is named. */
  readonly sent: (as: string, tab: string, part?: string) => Promise<string>;
  /** A record made for the pictures. */
  readonly made: (name: MadeName) => string;
}
