import path from 'node:path';
import { parseArgs } from 'node:util';
import catalogue from '../../data/catalogue.json';
import { startCloud } from '.';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string', default: '.data' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
  },
});

const main = async (): Promise<void> => {
  const root = process.cwd();
  const cloud = await startCloud({
    dataDir: path.resolve(root, values.data),
    functionsDir: path.resolve(root, values.functions),
    runnerPath: path.join(root, 'dist/local/function-runner.js'),
    divisions: catalogue.divisions,
    port: Number(values.port),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)));
  }
  console.log(`TCB_CONTEXT_CNFG=${JSON.stringify({ URL: cloud.adminUrl })}`);
  console.log(`TCB_ENV=${cloud.env}`);
  console.log(`CLIENT_URL=${cloud.url}`);
  console.log('ready');
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
