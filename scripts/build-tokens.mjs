/**
 * From design/tokens.json (light, dark): the colours of app.wxss, the bars of theme.json, and the same colours as data
 * for a person who chose one of the two. Run after changing a colour; the results are committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './ensure-installed.mjs';

const BEGIN = '/* colours: made by scripts/build-tokens.mjs */';
const END = '/* end of colours */';
const BAR = ['ground', 'card', 'secondary', 'primary'];

const block = (tokens, index, indent) =>
  Object.entries(tokens)
    .map(([name, values]) => `${indent}--${name}: ${values[index]};`)
    .join('\n');

/** @returns what each file should hold */
export const tokenFiles = async () => {
  const tokens = JSON.parse(await readFile(path.join(ROOT, 'design/tokens.json'), 'utf8'));
  const sheetFile = path.join(ROOT, 'miniprogram/app.wxss');
  const sheet = await readFile(sheetFile, 'utf8');
  const colours = [
    BEGIN,
    'page {',
    block(tokens, 0, '  '),
    '}',
    '',
    '@media (prefers-color-scheme: dark) {',
    '  page {',
    block(tokens, 1, '    '),
    '  }',
    '}',
    END,
  ].join('\n');
  const start = sheet.indexOf(BEGIN);
  const rest = start < 0 ? `\n\n${sheet}` : sheet.slice(sheet.indexOf(END) + END.length);
  const side = (index) => ({
    ...Object.fromEntries(BAR.map((name) => [name, tokens[name][index].toUpperCase()])),
    text: index === 0 ? 'black' : 'white',
    tabLine: index === 0 ? 'black' : 'white',
    home: `assets/tab/home${index === 0 ? '' : '-dark'}.png`,
    homeActive: `assets/tab/home${index === 0 ? '' : '-dark'}-active.png`,
    todo: `assets/tab/todo${index === 0 ? '' : '-dark'}.png`,
    todoActive: `assets/tab/todo${index === 0 ? '' : '-dark'}-active.png`,
    me: `assets/tab/me${index === 0 ? '' : '-dark'}.png`,
    meActive: `assets/tab/me${index === 0 ? '' : '-dark'}-active.png`,
  });
  const style = (index) =>
    Object.entries(tokens)
      .map(([name, values]) => `--${name}:${values[index]}`)
      .join(';');
  const bar = (index) =>
    `{ ground: '${tokens.ground[index]}', card: '${tokens.card[index]}', secondary: '${tokens.secondary[index]}', primary: '${tokens.primary[index]}', text: '${index === 0 ? '#000000' : '#ffffff'}' }`;
  return {
    [sheetFile]: `${colours}${rest}`,
    [path.join(ROOT, 'miniprogram/theme.json')]:
      `${JSON.stringify({ light: side(0), dark: side(1) }, null, 2)}\n`,
    [path.join(ROOT, 'miniprogram/platform/theme-colours.ts')]: [
      '/** Made by scripts/build-tokens.mjs from design/tokens.json: the colours as an inline style, and those of the bars. */',
      'export const THEME_STYLES = {',
      `  light: '${style(0)}',`,
      `  dark: '${style(1)}',`,
      '} as const;',
      '',
      'export const BAR_COLOURS = {',
      `  light: ${bar(0)},`,
      `  dark: ${bar(1)},`,
      '} as const;',
      '',
    ].join('\n'),
  };
};

/** As prettier leaves it, so that what is made and what is committed can be compared. */
const formatted = async (file, text) => {
  const { format, resolveConfig } = await import('prettier');
  return format(text, { ...(await resolveConfig(file)), filepath: file });
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const isCheck = process.argv.includes('--check');
  for (const [file, text] of Object.entries(await tokenFiles())) {
    const wanted = await formatted(file.replace(/\.wxss$/, '.css'), text);
    if (!isCheck) await writeFile(file, wanted);
    else if ((await readFile(file, 'utf8')) !== wanted) {
      console.error(
        `${path.relative(ROOT, file)} 与 design/tokens.json 不符，请执行 node scripts/build-tokens.mjs`,
      );
      process.exitCode = 1;
    }
  }
}
