import { runProgram } from './run-program.mjs';

/** Kills, full disks and what else may come: npm run torture -- [cloud] [--kills N] [--seed S] */
await runProgram('torture');
