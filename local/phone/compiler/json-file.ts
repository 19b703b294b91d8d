import { existsSync, readFileSync } from 'node:fs';
import { BuildError, positionAt, START } from './build-error';

/** @returns nothing of a file that is not there @throws BuildError for one that is no JSON */
export const readJson = (file: string): Record<string, unknown> => {
  if (!existsSync(file)) return {};
  const source = readFileSync(file, 'utf8');
  try {
    return JSON.parse(source) as Record<string, unknown>;
  } catch (error) {
    const { message } = error as Error;
    const [, offset] = /position (\d+)/.exec(message) ?? [];
    const atEnd = /end of JSON/.test(message) ? positionAt(source, source.length) : START;
    const position = offset === undefined ? atEnd : positionAt(source, Number(offset));
    throw new BuildError(file, position, 'JSON 写法有误，请检查逗号、引号和括号');
  }
};
