import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

/** Every page in three sizes, two sizes of type, light and dark, into dist/screenshots: npm run screenshots -- [part of a name] */
ensureInstalled();
const { ensureBrowser } = await import('./ensure-browser.mjs');
const { buildAll } = await import('./build.mjs');
process.env.CHROME_PATH = await ensureBrowser();
await buildAll();
await runProgram('audit/screenshots');
