import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import catalogue from '../../data/catalogue.json';
import { startCloud } from '.';
import type { DeclaredIndexes } from './engine/index/declared';

const USAGE = `用法：npm run cloud -- [--port N] [--data DIR] [--functions DIR] [--indexes FILE]
  --port       监听的端口，0 为任意空闲端口（默认 0）
  --data       数据目录（默认 .data），空目录即空环境
  --functions  构建好的云函数（默认 dist/cloudfunctions）
  --indexes    声明的索引，JSON 文件（默认 dist/indexes.json，没有即无索引）`;

const DEFAULT_INDEXES = 'dist/indexes.json';
const MAX_PORT = 65_535;

const readArguments = () => {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        data: { type: 'string', default: '.data' },
        functions: { type: 'string', default: 'dist/cloudfunctions' },
        indexes: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Error(`参数无法识别：${process.argv.slice(2).join(' ')}\n${USAGE}`, { cause: error });
  }
};

/** @throws Error in Chinese */
const portOf = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > MAX_PORT) {
    throw new Error(`--port 应是 0 至 ${MAX_PORT} 的整数，不能是“${text}”`);
  }
  return port;
};

/** @param file one that was asked for must be there. @throws Error in Chinese */
const indexesOf = (root: string, file: string | undefined): DeclaredIndexes => {
  const from = path.resolve(root, file ?? DEFAULT_INDEXES);
  if (file === undefined && !existsSync(from)) return {};
  try {
    return JSON.parse(readFileSync(from, 'utf8')) as DeclaredIndexes;
  } catch (error) {
    throw new Error(`索引文件 ${from} 读不出来，应是 JSON（npm run build 生成）`, { cause: error });
  }
};

const main = async (): Promise<void> => {
  const values = readArguments();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const root = process.cwd();
  const cloud = await startCloud({
    dataDir: path.resolve(root, values.data),
    functionsDir: path.resolve(root, values.functions),
    runnerPath: path.join(root, 'dist/local/function-runner.js'),
    indexes: indexesOf(root, values.indexes),
    divisions: catalogue.divisions,
    port: portOf(values.port),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)));
  }
  for (const [name, value] of Object.entries(cloud.sdkEnvironment)) console.log(`${name}=${value}`);
  console.log(`CLIENT_URL=${cloud.url}`);
  console.log('ready');
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
