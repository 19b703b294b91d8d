import { DomainError } from '../../domain/errors';
import { MOST_BYTES, MOST_MARKS, type Drawing, type Mark } from './drawing';

/** A drawing while it is made: what stands, and what was taken back, the last one last. */
export interface History {
  readonly marks: readonly Mark[];
  readonly undone: readonly Mark[];
}

/** Bytes of the text in UTF-8. */
const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

export const drawingOf = ({ marks }: History): Drawing => ({ marks });

export const beginHistory = ({ marks }: Drawing): History => ({ marks, undone: [] });

/**
 * With one more mark; what was taken back is gone.
 * @throws DomainError drawing.full beyond 200 marks or 64 KB
 */
export const withMark = (history: History, mark: Mark): History => {
  const marks = [...history.marks, mark];
  const isFull = marks.length > MOST_MARKS || bytesOf(JSON.stringify({ marks })) > MOST_BYTES;
  if (isFull) throw new DomainError('drawing.full');
  return { marks, undone: [] };
};

export const undo = ({ marks, undone }: History): History => {
  const last = marks[marks.length - 1];
  return last ? { marks: marks.slice(0, -1), undone: [...undone, last] } : { marks, undone };
};

export const redo = ({ marks, undone }: History): History => {
  const last = undone[undone.length - 1];
  return last ? { marks: [...marks, last], undone: undone.slice(0, -1) } : { marks, undone };
};

/** Whether the drawing is another than the one it began with. */
export const isChanged = ({ marks }: History, begun: Drawing): boolean =>
  marks.length !== begun.marks.length || marks.some((mark, index) => mark !== begun.marks[index]);
