import { readShelf, writeShelf } from './disk';

/**
 * Key → text. Kept in memory, because WeChat's storage answers at once; written behind, and until that is done
 * noted in localStorage, so that a page closed in the same moment loses nothing.
 */
const texts = new Map<string, string>();
let notes = '';

const noteOf = (key: string): string => `${notes}${key}`;

const note = (key: string, text: string | undefined): void => {
  try {
    localStorage.setItem(noteOf(key), JSON.stringify(text ?? null));
  } catch {
    // No room for the note: the value itself is being written.
  }
};

const write = (key: string, text: string | undefined): void => {
  note(key, text);
  const noted = localStorage.getItem(noteOf(key));
  void writeShelf('storage', [[key, text]]).then(
    () => {
      if (localStorage.getItem(noteOf(key)) === noted) localStorage.removeItem(noteOf(key));
    },
    // It was told; the note is still there for the next start.
    () => undefined,
  );
};

export const openStorage = async (holder: string): Promise<void> => {
  notes = `wechat-note:${holder}:`;
  for (const [key, text] of await readShelf('storage')) texts.set(key, String(text));
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(notes))) {
    const text = JSON.parse(localStorage.getItem(name) ?? 'null') as string | null;
    const key = name.slice(notes.length);
    if (text === null) texts.delete(key);
    else texts.set(key, text);
    write(key, text ?? undefined);
  }
};

export const storedText = (key: string): string | undefined => texts.get(key);

export const storedKeys = (): string[] => [...texts.keys()];

export const storeText = (key: string, text: string): void => {
  texts.set(key, text);
  write(key, text);
};

export const removeText = (key: string): void => {
  texts.delete(key);
  write(key, undefined);
};
