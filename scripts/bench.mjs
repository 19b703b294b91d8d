import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

/** Ratios within one run, and seconds where a person waits: npm run bench -- [cloud] [functions] [phone] [lists] [--json] */
ensureInstalled();
const { ensureBrowser } = await import('./ensure-browser.mjs');
process.env.CHROME_PATH = await ensureBrowser();
// The lists are the built functions' own.
const { buildAll } = await import('./build.mjs');
await buildAll();
await runProgram('bench');
