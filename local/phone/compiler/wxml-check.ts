import { BUILTIN_NAMES } from './builtin-names';
import { BuildError, positionAt } from './build-error';
import { foreignCallIn, refusedIn } from './wxml-expression';
import { scanWxml } from './wxml-scan';

const STRUCTURE: readonly string[] = ['block', 'template', 'import', 'include', 'slot', 'wxs'];
const KNOWN: ReadonlySet<string> = new Set([...STRUCTURE, ...BUILTIN_NAMES]);

/**
 * Refuses what a phone would not show: tags that no component stands behind, and expressions outside of the subset
 * that both of WeChat's template compilers read.
 * @param components tags that the page or component declares
 * @throws BuildError
 */
export const checkWxml = (file: string, source: string, components: ReadonlySet<string>): void => {
  const scan = scanWxml(source);
  const fail = (offset: number, sentence: string): never => {
    throw new BuildError(file, positionAt(source, offset), sentence);
  };
  for (const { name, offset } of scan.tags) {
    if (KNOWN.has(name) || components.has(name)) continue;
    fail(offset, `没有组件 <${name}>：请在 usingComponents 中声明，或检查拼写`);
  }
  for (const { name, text, offset } of scan.attributes) {
    // Docs, 抽象节点: the component's name, written out.
    if (!name.startsWith('generic:') || KNOWN.has(text) || components.has(text)) continue;
    if (text.includes('{{')) fail(offset, `${name} 要写明组件的名字，不能用数据绑定`);
    fail(offset, `${name} 用的组件 ${text} 没有声明：请在 usingComponents 中声明，或检查拼写`);
  }
  const escaped = scan.attributes.find(({ text }) => /\\['"]/.test(text));
  if (escaped) {
    fail(escaped.offset + escaped.text.search(/\\['"]/), '属性里不能用反斜线转义引号，请换用另一种引号');
  }
  for (const { text, offset, areFields } of scan.expressions) {
    const refused = refusedIn(text, areFields);
    if (refused) fail(offset + refused.offset, `模板表达式不支持${refused.what}，请写到脚本或 WXS 里`);
    const call = foreignCallIn(text, scan.modules);
    if (call) {
      const sentence = `模板里只能调用 <wxs> 模块的函数，不能调用 ${call.what}：请在脚本里算好，或写成 WXS`;
      fail(offset + call.offset, sentence);
    }
  }
};
