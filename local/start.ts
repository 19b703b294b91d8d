import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { INDEXES } from '../cloudfunctions/indexes';
import catalogue from '../data/catalogue.json';
import { startCloud } from './cloud';
import { listen } from './cloud/listen';
import { startPhone } from './phone';
import { LISTED_PEOPLE } from './seed/people';
import { anchorOf, prepare } from './seed/prepare';
import { publishCatalogue } from './seed/publish-catalogue';
import { writeDemonstration } from './seed/write-demonstration';
import { createCollections, type SeedTarget } from './seed/write-seed';

const USAGE = `用法: npm start -- [选项]
  --port N      小程序页面的端口（默认 8100）
  --data DIR    数据目录（默认 .data）
  --fresh       清空数据目录后重新开始
  --empty       不写入演示数据
  --small       只写入手写的几条演示数据，不写入全省的
  --anchor T    演示数据所依的时刻，ISO（默认现在）`;

const DEFAULT_PORT = 8100;

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: String(DEFAULT_PORT) },
        data: { type: 'string', default: '.data' },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        small: { type: 'boolean', default: false },
        anchor: { type: 'string', default: new Date().toISOString() },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`端口不对：${values.port}`);
    if (Number.isNaN(Date.parse(values.anchor))) throw new Error(`时刻不对：${values.anchor}`);
    return { ...values, port, anchor: new Date(values.anchor).toISOString() };
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
};

/** Before anything is built or cleared. @throws Error in Chinese when the port is taken */
const requireFreePort = async (port: number): Promise<void> => {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((done) => probe.close(done));
};

/** Every page of the mini program, the first one first. */
const pagesOf = (miniprogramDir: string): string[] => {
  const {
    pages,
    subPackages = [],
    subpackages = subPackages,
  } = JSON.parse(readFileSync(path.join(miniprogramDir, 'app.json'), 'utf8')) as {
    pages: string[];
    /** WeChat reads both spellings. */
    subPackages?: { root: string; pages: string[] }[];
    subpackages?: { root: string; pages: string[] }[];
  };
  return [
    ...pages,
    ...subpackages.flatMap(({ root, pages: own }) => own.map((page) => path.posix.join(root, page))),
  ];
};

const main = async (): Promise<void> => {
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const root = process.cwd();
  const dataDir = path.resolve(root, options.data);
  await requireFreePort(options.port);

  const cloud = await startCloud({
    dataDir,
    isFresh: options.fresh,
    functionsDir: path.join(root, 'dist/cloudfunctions'),
    runnerPath: path.join(root, 'dist/local/function-runner.js'),
    indexes: INDEXES,
    divisions: catalogue.divisions,
    pages: pagesOf(path.join(root, 'miniprogram')),
  });
  const closing = [() => cloud.close()];
  let stopping: Promise<never> | undefined;
  const stop = (code: number): Promise<never> => {
    stopping ??= (async () => {
      for (const close of closing.reverse()) await close();
      return process.exit(code);
    })();
    return stopping;
  };
  // A terminal's Ctrl-C may reach this process twice: from the terminal and from the one that started it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));

  try {
    const target: SeedTarget = {
      env: cloud.env,
      serviceUrl: cloud.adminUrl,
      secretId: 'local',
      secretKey: 'local',
    };
    const content = await prepare(dataDir, options.empty ? 'empty' : 'demonstration', async (wanted) => {
      if (wanted === 'empty') return createCollections(target);
      const anchor = anchorOf(dataDir, options.anchor);
      return writeDemonstration(target, options.small ? 'small' : 'province', anchor, (line) =>
        console.log(line),
      );
    });
    await publishCatalogue(target, path.join(root, 'dist/catalogue'));
    const phone = await startPhone({
      port: options.port,
      rootDir: root,
      miniprogramDir: path.join(root, 'miniprogram'),
      nodeModulesDir: path.join(root, 'node_modules'),
      // In the data directory: two runs at once do not build over each other.
      outDir: path.join(dataDir, 'phone'),
      cloudUrl: cloud.url,
      people: content === 'demonstration' ? LISTED_PEOPLE : [],
      places: catalogue.divisions
        .filter(({ parent }) => parent !== null)
        .map(({ name, center }) => ({
          label: name,
          lng: center.lng,
          lat: center.lat,
        })),
      watch: true,
    });
    closing.push(() => phone.close());
    // Nobody of the demonstration is there: the phone opens in the hand of a number that is nobody's.
    const opening = content === 'empty' ? `${phone.url}/?as=19000000000` : phone.url;
    console.log(`\n质安监督已启动：${opening}\n数据目录：${dataDir}\n按 Ctrl-C 结束`);
  } catch (error) {
    console.error((error as Error).message);
    await stop(1);
  }
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
