import path from 'node:path';

/**
 * What is wrong with a file that asks for one which is being read already.
 * @param open the files that are being read, the outermost first
 * @param word what asks, as it is written: @import, include
 * @returns nothing for a file that is not being read
 */
export const circleOf = (open: readonly string[], wanted: string, word: string): string | undefined => {
  const start = open.indexOf(wanted);
  if (start < 0) return undefined;
  const circle = [...open.slice(start), wanted].map((file) => path.basename(file));
  if (circle.length === 2) return `${word} 引用了自己，请去掉这一行`;
  return `${word} 绕成了圈（${circle.join(' → ')}），请去掉其中一处`;
};
