import { runProgram } from './run-program.mjs';

/** Whether every chain of a database holds: npm run verify-chain [-- --data DIR] */
await runProgram('local/verify-chain');
