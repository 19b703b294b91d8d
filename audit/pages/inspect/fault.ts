export interface Fault {
  readonly rule: string;
  readonly what: string;
}

declare global {
  interface Window {
    /** Looks at the page on the screen, down to its end; runs in the browser. */
    inspectPage: () => Fault[];
  }
}

const MOST_WORDS = 24;

/** Enough of a text to know it by. */
export const short = (words: string): string =>
  words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
