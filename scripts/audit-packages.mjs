import { runProgram } from './run-program.mjs';

/** The sizes of the mini program's packages, minified, with the npm parts that are used: npm run audit:packages */
await runProgram('audit/packages');
