import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';

const withoutSpace = (wxml: string): string =>
  wxml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .replace(/\s+/g, ' ');

/** Bytes of a file as WeChat uploads it: scripts, styles and templates minified, the rest as it is. */
export const minifiedBytes = async (file: string): Promise<number> => {
  const content = readFileSync(file);
  const text = (): string => content.toString('utf8');
  switch (path.extname(file)) {
    case '.ts':
    case '.js': {
      const loader = file.endsWith('.ts') ? 'ts' : 'js';
      const { code } = await transform(text(), { loader, format: 'cjs', target: 'es2018', minify: true });
      return Buffer.byteLength(code);
    }
    case '.wxss':
      return Buffer.byteLength((await transform(text(), { loader: 'css', minify: true })).code);
    case '.wxml':
      return Buffer.byteLength(withoutSpace(text()));
    case '.json':
      return Buffer.byteLength(JSON.stringify(JSON.parse(text())));
    default:
      return content.length;
  }
};
