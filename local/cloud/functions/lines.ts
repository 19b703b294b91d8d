const NEW_LINE = 10;

/**
 * Puts a stream of bytes together to lines of UTF-8.
 * @param mostBytes what a line may have: nobody fills this process's memory with one that never ends
 * @returns takes the next bytes; throws RangeError for a line that is too long
 */
export const lineReader = (mostBytes: number, onLine: (line: string) => void): ((chunk: Buffer) => void) => {
  let begun: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
      const rest = chunk.subarray(start, end);
      const line = begun.length > 0 ? Buffer.concat([...begun, rest]) : rest;
      begun = [];
      size = 0;
      start = end + 1;
      onLine(line.toString('utf8'));
    }
    if (start === chunk.length) return;
    begun.push(chunk.subarray(start));
    size += chunk.length - start;
    if (size > mostBytes) throw new RangeError(`a line of more than ${mostBytes} bytes`);
  };
};
