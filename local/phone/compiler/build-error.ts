import { readFileSync } from 'node:fs';

export interface Position {
  /** Counted from one. */
  readonly line: number;
  readonly column: number;
}

/** What is wrong with the mini program, where, in one sentence. */
export class BuildError extends Error {
  readonly file: string;
  readonly position: Position;

  constructor(file: string, position: Position, sentence: string) {
    super(`${file}:${position.line}:${position.column} ${sentence}`);
    this.name = 'BuildError';
    this.file = file;
    this.position = position;
  }
}

export const START: Position = { line: 1, column: 1 };

export const positionAt = (source: string, offset: number): Position => {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** Where a text stands first; the file's start when it does not. */
export const positionOf = (source: string, text: string): Position => {
  const offset = source.indexOf(text);
  return offset < 0 ? START : positionAt(source, offset);
};

export const positionIn = (file: string, text: string): Position =>
  positionOf(readFileSync(file, 'utf8'), text);
