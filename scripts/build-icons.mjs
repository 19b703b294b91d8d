/**
 * From design/icons/*.svg: the icon component's stylesheet (masks, so that an icon takes the colour of its text) and
 * the pictures that WeChat takes as PNG only: the tab bar's (81×81), the map's markers (72×72) and that of a card in a
 * chat (5:4), which shows nothing. Run after drawing an icon; the results are committed.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ROOT } from './ensure-installed.mjs';

const SOURCE = path.join(ROOT, 'design/icons');
const TAB_SIZE = 81;
const SHARE_SIZE = { width: 500, height: 400 };
const tokens = JSON.parse(await readFile(path.join(ROOT, 'design/tokens.json'), 'utf8'));
/** Of the tab bar, in light and dark. */
const TAB_COLOURS = {
  '': tokens.secondary[0],
  '-active': tokens.primary[0],
  '-dark': tokens.secondary[1],
  '-dark-active': tokens.primary[1],
};

/** On the map: where the project stands, and where the phone has just measured it. */
const MARKERS = { known: tokens.secondary[0], fresh: tokens.primary[0] };
const MARKER_SIZE = 72;

const names = (await readdir(SOURCE)).map((file) => path.basename(file, '.svg')).sort();
const drawings = new Map();
for (const name of names)
  drawings.set(name, (await readFile(path.join(SOURCE, `${name}.svg`), 'utf8')).trim());

const mask = (svg) => `data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}`;
const rules = names.map(
  (name) =>
    `.icon-${name} {\n  -webkit-mask-image: url("${mask(drawings.get(name))}");\n  mask-image: url("${mask(drawings.get(name))}");\n}\n`,
);
await writeFile(
  path.join(ROOT, 'miniprogram/components/icon/icon.wxss'),
  `/* Made by scripts/build-icons.mjs from design/icons. */\n.icon {\n  display: block;\n  background: currentColor;\n  -webkit-mask-size: 100% 100%;\n  mask-size: 100% 100%;\n}\n\n${rules.join('\n')}`,
);

const { chromium } = await import('playwright-core');
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: TAB_SIZE, height: TAB_SIZE } });
  for (const name of ['home', 'todo', 'me']) {
    for (const [suffix, colour] of Object.entries(TAB_COLOURS)) {
      const svg = drawings.get(name).replace('stroke="#000"', `stroke="${colour}"`);
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:57px;height:57px;padding:12px}</style>${svg}`,
      );
      await page.screenshot({
        path: path.join(ROOT, `miniprogram/assets/tab/${name}${suffix}.png`),
        omitBackground: true,
      });
    }
  }
  await page.setViewportSize({ width: MARKER_SIZE, height: MARKER_SIZE });
  for (const [name, colour] of Object.entries(MARKERS)) {
    const svg = drawings
      .get('location')
      .replace('stroke="#000"', 'stroke="#fff"')
      .replace('<path', `<path fill="${colour}"`)
      .replace('<circle', '<circle fill="#fff"');
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100%;height:100%}</style>${svg}`);
    await page.screenshot({
      path: path.join(ROOT, `miniprogram/assets/map/${name}.png`),
      omitBackground: true,
    });
  }
  await page.setViewportSize(SHARE_SIZE);
  const [primary] = tokens.primary;
  const shield = drawings.get('shield').replace('stroke="#000"', `stroke="${primary}"`);
  await page.setContent(
    `<style>body{display:flex;align-items:center;justify-content:center;height:100vh;margin:0;background:${tokens['primary-weak'][0]}}svg{width:160px;height:160px}</style>${shield}`,
  );
  await page.screenshot({ path: path.join(ROOT, 'miniprogram/assets/share.png') });
} finally {
  await browser.close();
}
