import type { LogLevel } from './invocation';

type Done = (error?: Error | null) => void;

const takeOver = (stream: NodeJS.WriteStream, write: (text: string) => void): void => {
  stream.write = (chunk: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done): boolean => {
    const text =
      typeof chunk === 'string'
        ? chunk
        : Buffer.from(chunk).toString(typeof encoding === 'string' ? encoding : 'utf8');
    write(text.replace(/\n$/, ''));
    const finished = typeof encoding === 'function' ? encoding : done;
    if (finished) process.nextTick(finished);
    return true;
  };
};

/**
 * Whatever a function writes, by `console` or by process.stdout, is a line of its invocation's log: it reaches the
 * parent before the answer that it comes before.
 */
export const installOwnOutput = (write: (level: LogLevel, text: string) => void): void => {
  takeOver(process.stdout, (text) => write('info', text));
  takeOver(process.stderr, (text) => write('error', text));
};
