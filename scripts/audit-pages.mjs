import { ensureInstalled } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

/** Every page measured against WeChat's thresholds and ours: npm run audit:pages -- [part of a page's name] */
ensureInstalled();
const { ensureBrowser } = await import('./ensure-browser.mjs');
const { buildAll } = await import('./build.mjs');
process.env.CHROME_PATH = await ensureBrowser();
await buildAll();
await runProgram('audit/pages');
