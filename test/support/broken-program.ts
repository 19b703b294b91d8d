import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPhoneBuilder, type PhoneBuilder } from '../../local/phone/compiler/bundle';
import { ROOT } from './cloud';

/** Files by their names; undefined takes one away. */
export type Files = Readonly<Record<string, string | undefined>>;

/** A mini program of one page and one component, right until a test breaks a file of it. */
export const RIGHT: Files = {
  'app.json': '{\n  "pages": [\n    "pages/p/p"\n  ]\n}\n',
  'app.ts': 'App({});\n',
  'app.wxss': '.a {\n  color: red;\n}\n',
  'pages/p/p.json': '{\n  "usingComponents": { "own-card": "/own/card" }\n}\n',
  'pages/p/p.ts': 'Page({});\n',
  'pages/p/p.wxml': '<wxs src="./p.wxs" module="m" />\n<view>{{m.f(1)}}</view>\n<own-card />\n',
  'pages/p/p.wxss': '.b {\n  color: blue;\n}\n',
  'pages/p/p.wxs': 'module.exports = {\n  f: function (x) { return x }\n}\n',
  'own/card.json': '{ "component": true }\n',
  'own/card.ts': 'Component({});\n',
  'own/card.wxml': '<view />\n',
};

const isOfApp = (name: string): boolean => name.startsWith('app.');

/** What stands in the page's and the component's folders, in a subpackage. */
export const farName = (text: string): string =>
  text.replaceAll('pages/p/', 'far/p/').replaceAll('own/', 'far/own/');

/** The same page and component in a subpackage; nothing where a file of the app itself is broken. */
export const inSubpackage = (broken: Files): Files | undefined => {
  if (Object.keys(broken).some(isOfApp)) return undefined;
  const moved = Object.entries({ ...RIGHT, ...broken })
    .filter(([name]) => !isOfApp(name))
    .map(([name, content]) => [farName(name), content?.replaceAll('"/own/', '"/far/own/')]);
  const gone = Object.keys(RIGHT).filter((name) => !isOfApp(name));
  return {
    ...Object.fromEntries(gone.map((name) => [name, undefined])),
    'app.json': '{ "pages": ["home"], "subPackages": [{ "root": "far", "pages": ["p/p"] }] }',
    'home.ts': 'Page({});',
    'home.wxml': '<view />',
    ...(Object.fromEntries(moved) as Files),
  };
};

/** A folder for a mini program and what is built of it; one after the other in the same one. */
export class BrokenProgram {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'zhian-broken-'));
  private builder: PhoneBuilder | undefined;

  get options() {
    return {
      rootDir: ROOT,
      miniprogramDir: path.join(this.folder, 'program'),
      nodeModulesDir: path.join(ROOT, 'node_modules'),
      outDir: path.join(this.folder, 'out'),
    };
  }

  /** Puts files beside those that are there, or in their place. */
  write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      if (content === undefined) continue;
      mkdirSync(path.join(this.options.miniprogramDir, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(this.options.miniprogramDir, name), content);
    }
  }

  /** @returns what the build says with these files in place of the right ones, and no others */
  async build(broken: Files = {}): Promise<string> {
    rmSync(this.options.miniprogramDir, { recursive: true, force: true });
    this.write({ ...RIGHT, ...broken });
    this.builder ??= await createPhoneBuilder(this.options);
    try {
      await this.builder.build();
      return 'built';
    } catch (error) {
      return this.named((error as Error).message);
    }
  }

  /** A message, without the folder's name. */
  named(message: string): string {
    return message.replace(`${this.options.miniprogramDir}/`, '');
  }

  async remove(): Promise<void> {
    await this.builder?.dispose();
    rmSync(this.folder, { recursive: true });
  }
}
