import { readShelf, writeShelf } from './disk';

/** What WeChat remembers of a person and this mini program: what they allowed, what they agreed to. */
let facts = new Map<string, unknown>();

export const openFacts = async (): Promise<void> => {
  facts = await readShelf('facts');
};

export const fact = (name: string): unknown => facts.get(name);

export const factNames = (): string[] => [...facts.keys()];

/** undefined forgets it. */
export const writeFact = (name: string, value: unknown): void => {
  if (value === undefined) facts.delete(name);
  else facts.set(name, value);
  void writeShelf('facts', [[name, value]]);
};
