import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Unit } from './app-graph';
import { BuildError, positionAt, positionOf } from './build-error';
import { circleOf } from './circle';
import { checkWxml } from './wxml-check';
import { scanWxml } from './wxml-scan';
import { compileWxs, requiredBy, type WxsPlace } from './wxs';

interface Warning {
  readonly message?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
}

/** Who wants a file. */
interface Wanted {
  readonly by: string;
  readonly source: string;
  /** Where in it; where the file is named first when nobody knows. */
  readonly offset?: number;
}

/** `bindtap=` and its kin, as the compiler wants them: `bind:tap=`. */
const EVENT_ATTRIBUTE = /(\s)(mut-bind|capture-bind|capture-catch|bind|catch)([a-z][\w-]*)(\s*=)/g;

/** WeChat takes this common idiom for no key; the compiler would look for a field of that name. */
const INDEX_KEY = /\swx:key="index"/g;

const normalised = (source: string): string =>
  source.replace(EVENT_ATTRIBUTE, '$1$2:$3$4').replace(INDEX_KEY, '');

/** The compiler's findings in the words of whoever writes the template. */
const SENTENCES: Readonly<Record<string, string>> = {
  'unexpected character': '有不该出现的字符',
  'unexpected character inside expression': '表达式里有不该出现的字符',
  'unknown meta tag': '看不懂的标签',
  'missing expression end': '表达式没有以 }} 结束',
  'incomplete tag': '标签没有写完',
  'missing end tag': '标签没有结束',
  'invalid end tag': '结束标签没有对应的开始标签',
  'illegal entity': '看不懂的字符实体',
  'illegal name prefix': '名字的前缀不对',
  'invalid attribute prefix': '属性名的前缀不对',
  'avoid uppercase letters': '这里不要用大写字母',
  'unexpected whitespace': '有不该出现的空白',
  'data bindings are not allowed for this attribute': '这个属性不能用数据绑定',
  'not a valid identifier': '名字写法不对',
  'not a valid identifier as scope name': '变量名写法不对',
  'child nodes are not allowed for this element': '这个标签里不能有内容',
  'illegal escape sequence': '看不懂的转义',
  'this syntax has not been supported yet': '不支持这种写法',
  'invalid attribute': '属性不对',
  'invalid attribute name': '属性名不对',
  'invalid attribute value': '属性值不对',
  'duplicated attribute': '属性重复',
  'duplicated name': '名称重复',
  'missing attribute value': '属性缺少值',
  'should be quoted': '属性值要加引号',
  'the expression is empty': '表达式是空的',
  'incomplete condition expression': '条件表达式没有写完',
  'unmatched bracket': '方括号或花括号不成对',
  'unmatched parenthesis': '圆括号不成对',
  'missing module name': 'wxs 缺少 module',
  'missing source path': '缺少 src',
};

const sentenceOf = (message = ''): string =>
  `模板有误：${SENTENCES[message.toLowerCase().trim()] ?? (message || '写法不对')}`;

/** `a/b/../c` of the framework's names: no leading slash, no dots. */
const resolved = (from: string, specifier: string): string =>
  specifier.startsWith('/')
    ? path.posix.normalize(specifier.slice(1))
    : path.posix.join(path.posix.dirname(from), specifier);

/**
 * Every template and WXS module of a package as one JavaScript expression: path → generator.
 * @param fileOf the absolute file behind a framework name, without extension
 * @throws BuildError with file, line and column for what is wrong
 */
export const compileTemplates = (units: readonly Unit[], fileOf: (name: string) => string): string => {
  const group = new TmplGroup();
  const templates = new Set<string>();
  const scripts = new Set<string>();

  /** @throws BuildError in the file that wants another which is not there */
  const read = (file: string, wanted: Wanted): string => {
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const name = path.basename(file);
    const position =
      wanted.offset === undefined
        ? positionOf(wanted.source, name.replace(/\.\w+$/, ''))
        : positionAt(wanted.source, wanted.offset);
    throw new BuildError(wanted.by, position, `找不到 ${name}`);
  };

  const addScript = (name: string, wanted: Wanted): void => {
    if (scripts.has(name)) return;
    scripts.add(name);
    const file = `${fileOf(name)}.wxs`;
    const source = read(file, wanted);
    addModule(name, source, { file, source, offset: 0 }, (code) => group.addScript(name, code));
  };

  /** A module of a file or inline in a template, and those that it requires. */
  const addModule = (name: string, module: string, place: WxsPlace, add: (code: string) => void): void => {
    add(compileWxs(module, place));
    for (const { specifier, offset } of requiredBy(module)) {
      addScript(resolved(name, specifier).replace(/\.wxs$/, ''), {
        by: place.file,
        source: place.source,
        offset: place.offset + offset,
      });
    }
  };

  /** What includes itself, through others or at once, would have no end; a circle of imports has: they bring names. */
  const checkIncludes = (name: string, file: string, source: string, outer: readonly string[] = []): void => {
    const open = [...outer, file];
    for (const { src, offset } of scanWxml(source).includes) {
      const child = resolved(name, src).replace(/\.wxml$/, '');
      const childFile = `${fileOf(child)}.wxml`;
      const circle = circleOf(open, childFile, 'include');
      if (circle) throw new BuildError(file, positionAt(source, offset), circle);
      if (existsSync(childFile)) checkIncludes(child, childFile, readFileSync(childFile, 'utf8'), open);
    }
  };

  const compile = (name: string, file: string, source: string): void => {
    const [first] = group.addTmpl(name, normalised(source)) as readonly Warning[];
    if (first) {
      const position = { line: (first.startLine ?? 0) + 1, column: (first.startColumn ?? 0) + 1 };
      throw new BuildError(file, position, sentenceOf(first.message));
    }
    const inline = scanWxml(source).scripts;
    for (const module of group.getInlineScriptModuleNames(name) as string[]) {
      const place = { file, source, offset: inline.get(module)?.offset ?? 0 };
      addModule(name, group.getInlineScript(name, module), place, (code) =>
        group.setInlineScript(name, module, code),
      );
    }
    for (const script of group.getScriptDependencies(name) as string[])
      addScript(script, { by: file, source });
  };

  /**
   * A template and those that it takes in.
   * @param components of the page or component that wants it: the same file may be right in one and wrong in another
   * @param seen what was looked at for that one
   */
  const addTemplate = (
    name: string,
    file: string,
    source: string,
    components: ReadonlySet<string>,
    seen: Set<string>,
  ): void => {
    if (seen.has(name)) return;
    seen.add(name);
    checkWxml(file, source, components);
    checkIncludes(name, file, source);
    if (!templates.has(name)) compile(name, file, source);
    templates.add(name);
    for (const child of group.getDirectDependencies(name) as string[]) {
      const childFile = `${fileOf(child)}.wxml`;
      addTemplate(child, childFile, read(childFile, { by: file, source }), components, seen);
    }
  };

  try {
    for (const { path: name, base, config } of units) {
      const file = `${base}.wxml`;
      const tags = [
        ...Object.keys(config.usingComponents ?? {}),
        ...Object.keys(config.componentGenerics ?? {}),
      ];
      addTemplate(name, file, read(file, { by: file, source: '' }), new Set(tags), new Set());
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
};
