import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a data directory began with. */
export type FirstContent = 'demonstration' | 'empty';

const noted = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

const write = (file: string, text: string): void => {
  writeFileSync(`${file}.new`, `${text}\n`);
  renameSync(`${file}.new`, file);
};

/**
 * Prepares the directory once. That it was is noted after everything is written, in one step: a run that was cut off
 * leaves no note, and the next one finishes it.
 * @returns what the directory began with, which need not be what is wanted today
 */
export const prepare = async (
  dataDir: string,
  wanted: FirstContent,
  fill: (content: FirstContent) => Promise<void>,
): Promise<FirstContent> => {
  const file = path.join(dataDir, 'prepared');
  const present = noted(file);
  if (present === 'demonstration' || present === 'empty') return present;
  await fill(wanted);
  write(file, wanted);
  return wanted;
};

/**
 * The instant the directory's demonstration hangs on: the first that was wanted. A run that finishes one that was cut
 * off makes the very same documents, whatever the time is by then.
 */
export const anchorOf = (dataDir: string, wanted: string): string => {
  const file = path.join(dataDir, 'anchor');
  const present = noted(file);
  if (present !== '') return present;
  write(file, wanted);
  return wanted;
};
