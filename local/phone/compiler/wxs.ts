import { parse, type Node } from 'acorn';
import { simple } from 'acorn-walk';
import MagicString from 'magic-string';
import { BuildError, positionAt } from './build-error';
import { refusedInWxs } from './wxs-check';

type Positioned<T> = Node & T;

/** What JavaScript drops and WXS keeps: `'\d'` is a backslash and a d. */
const UNKNOWN_ESCAPE = /\\([^\\'"nrtbfv0-7ux\r\n`])/g;

const escapesKept = (raw: string): string => {
  const kept = raw.slice(1, -1).replace(/\\\\/g, '\u0000').replace(UNKNOWN_ESCAPE, '\\\\$1');
  return raw[0] + kept.replaceAll('\u0000', '\\\\') + raw[0];
};

/** Where a module stands: its own file, or inline in a template. */
export interface WxsPlace {
  readonly file: string;
  /** The whole file. */
  readonly source: string;
  /** Of the module in it. */
  readonly offset: number;
}

/** @returns nothing of what is no JavaScript at all */
const modern = (source: string): Node | undefined => {
  try {
    return parse(source, { ecmaVersion: 2022, sourceType: 'script' });
  } catch {
    return undefined;
  }
};

/** @throws BuildError for what is no WXS: a part of the JavaScript of 2009 */
const parsed = (source: string, place: WxsPlace | undefined): Node => {
  const fail = (offset: number, sentence: string): never => {
    if (!place) throw new Error(sentence);
    throw new BuildError(place.file, positionAt(place.source, place.offset + offset), sentence);
  };
  // Newer JavaScript is read too, so that the sentence can name what WXS lacks of it.
  const program = modern(source);
  const refused = program && refusedInWxs(program);
  if (refused) fail(refused.offset, `WXS 没有${refused.what}：${refused.instead}`);
  try {
    return parse(source, { ecmaVersion: 5, sourceType: 'script' });
  } catch (error) {
    const { pos = 0, message } = error as SyntaxError & { pos?: number };
    return fail(pos, `WXS 有误（只支持 ES5 写法）：${message.replace(/ \(\d+:\d+\)$/, '')}`);
  }
};

/**
 * A WXS module as JavaScript: `x.constructor` is the name of a kind ('Array', 'Object' …), unknown escapes stay,
 * and modules are named without their extension.
 */
export const compileWxs = (source: string, place?: WxsPlace): string => {
  const program = parsed(source, place);
  const text = new MagicString(source);
  simple(program, {
    MemberExpression(node) {
      const { object, property, computed } = node as Positioned<{
        object: Node;
        property: Node;
        computed: boolean;
      }>;
      if (computed || source.slice(property.start, property.end) !== 'constructor') return;
      text.appendLeft(object.start, '__wxsKind(');
      text.overwrite(object.end, node.end, ')');
    },
    Literal(node) {
      const { value, raw } = node as Positioned<{ value: unknown; raw: string }>;
      if (typeof value !== 'string') return;
      const kept = escapesKept(raw);
      if (kept !== raw) text.overwrite(node.start, node.end, kept);
    },
    CallExpression(node) {
      const { callee, arguments: args } = node as Positioned<{ callee: Node; arguments: Node[] }>;
      const [first] = args;
      if (!first || source.slice(callee.start, callee.end) !== 'require') return;
      const specifier = source.slice(first.start, first.end);
      if (/\.wxs['"]$/.test(specifier)) text.overwrite(first.end - 5, first.end - 1, '');
    },
  });
  return text.toString();
};

/** A module that another requires. */
export interface Requirement {
  /** As it is written. */
  readonly specifier: string;
  /** Of the call. */
  readonly offset: number;
}

/** The modules that a WXS module requires. @param source of right WXS */
export const requiredBy = (source: string): Requirement[] => {
  const found: Requirement[] = [];
  simple(parse(source, { ecmaVersion: 5, sourceType: 'script' }), {
    CallExpression({ callee, arguments: [first], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require' || first?.type !== 'Literal') return;
      found.push({ specifier: String(first.value), offset: start });
    },
  });
  return found;
};
