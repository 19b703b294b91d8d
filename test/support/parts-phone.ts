import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPhone, type Phone } from '../../local/phone';
import { ROOT } from './cloud';

/** The mini program with one page in place of its own: test/phone/parts, which holds parts of it. */
export const serveParts = async (): Promise<Phone> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-parts-'));
  const program = path.join(folder, 'miniprogram');
  cpSync(path.join(ROOT, 'miniprogram'), program, { recursive: true });
  mkdirSync(path.join(program, 'pages/case'), { recursive: true });
  cpSync(path.join(ROOT, 'test/phone/parts'), path.join(program, 'pages/case'), { recursive: true });
  const { window, permission, requiredPrivateInfos, darkmode, themeLocation } = JSON.parse(
    readFileSync(path.join(program, 'app.json'), 'utf8'),
  ) as Record<string, unknown>;
  writeFileSync(
    path.join(program, 'app.json'),
    JSON.stringify({
      pages: ['pages/case/case'],
      window,
      permission,
      requiredPrivateInfos,
      darkmode,
      themeLocation,
    }),
  );
  writeFileSync(path.join(program, 'app.ts'), 'globalThis.told = [];\nApp({});\n');
  const phone = await startPhone({
    rootDir: ROOT,
    miniprogramDir: program,
    nodeModulesDir: path.join(ROOT, 'node_modules'),
    outDir: path.join(folder, 'out'),
    port: 0,
    watch: false,
    cloudUrl: 'http://127.0.0.1:9',
    people: [],
    places: [],
  });
  return {
    url: phone.url,
    close: async () => {
      await phone.close();
      rmSync(folder, { recursive: true });
    },
  };
};
