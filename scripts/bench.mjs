import { runProgram } from './run-program.mjs';

/** Ratios within one run: npm run bench -- [cloud] [functions] [--json] */
await runProgram('bench');
