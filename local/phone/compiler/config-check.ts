import { BuildError } from './build-error';
import { positionOfJson, type JsonPath } from './json-file';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a JSON file has is of the kind that WeChat's configuration names (全局配置, 页面配置). */
class Shape {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  fail(place: JsonPath, sentence: string): never {
    throw new BuildError(this.file, positionOfJson(this.file, place), sentence);
  }

  private nameOf(place: JsonPath): string {
    return place.join('.');
  }

  /** @returns nothing of what is not there */
  object(value: unknown, place: JsonPath): Json | undefined {
    if (value === undefined) return undefined;
    return isObject(value) ? value : this.fail(place, `${this.nameOf(place)} 要是一个对象 { … }`);
  }

  list(value: unknown, place: JsonPath): readonly unknown[] {
    if (value === undefined) return [];
    return Array.isArray(value) ? value : this.fail(place, `${this.nameOf(place)} 要是一个列表 [ … ]`);
  }

  text(value: unknown, place: JsonPath): void {
    if (typeof value !== 'string' || value === '') this.fail(place, `${this.nameOf(place)} 要是一段文字`);
  }

  texts(value: unknown, place: JsonPath): void {
    this.list(value, place).forEach((each, index) => this.text(each, [...place, index]));
  }
}

/** Of app.json, pages and components. @throws BuildError */
export const checkUnitConfig = (file: string, config: Json): void => {
  const shape = new Shape(file);
  const using = shape.object(config['usingComponents'], ['usingComponents']) ?? {};
  for (const [tag, specifier] of Object.entries(using)) shape.text(specifier, ['usingComponents', tag]);
  const generics = shape.object(config['componentGenerics'], ['componentGenerics']) ?? {};
  for (const [tag, generic] of Object.entries(generics)) {
    const place = ['componentGenerics', tag];
    if (generic === true) continue;
    const { default: standIn } = shape.object(generic, place) ?? {};
    if (standIn !== undefined) shape.text(standIn, [...place, 'default']);
  }
};

/** What app.json has beyond that. @throws BuildError */
export const checkAppConfig = (file: string, config: Json): void => {
  checkUnitConfig(file, config);
  const shape = new Shape(file);
  shape.texts(config['pages'], ['pages']);
  for (const name of ['subPackages', 'subpackages']) {
    shape.list(config[name], [name]).forEach((each, index) => {
      const subpackage = shape.object(each, [name, index]) ?? {};
      shape.text(subpackage['root'], [name, index, 'root']);
      if (subpackage['pages'] === undefined) shape.fail([name, index], '分包缺少 pages：至少要有一个页面');
      shape.texts(subpackage['pages'], [name, index, 'pages']);
    });
  }
  shape.object(config['window'], ['window']);
  const tabBar = shape.object(config['tabBar'], ['tabBar']);
  shape.list(tabBar?.['list'], ['tabBar', 'list']).forEach((each, index) => {
    const tab = shape.object(each, ['tabBar', 'list', index]);
    shape.text(tab?.['pagePath'], ['tabBar', 'list', index, 'pagePath']);
  });
  const rules = shape.object(config['preloadRule'], ['preloadRule']) ?? {};
  for (const [page, each] of Object.entries(rules)) {
    const rule = shape.object(each, ['preloadRule', page]);
    shape.texts(rule?.['packages'], ['preloadRule', page, 'packages']);
  }
};
