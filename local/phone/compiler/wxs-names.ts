import type { AnyNode, Function as AnyFunction, Node } from 'acorn';
import { ancestor, recursive, simple } from 'acorn-walk';
import type { Refused } from './wxs-check';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What a module finds without declaring it (reference/wxs/01wxs-module, 06datatype, 07basiclibrary). */
const GLOBALS = words(
  'module exports require getRegExp getDate NaN Infinity undefined parseInt parseFloat isNaN isFinite ' +
    'decodeURI decodeURIComponent encodeURI encodeURIComponent console Math JSON Number Date',
);

/** What those of them have that are no functions. */
const MEMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  console: words('log'),
  Math: words(
    'E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random ' +
      'round sin sqrt tan',
  ),
  JSON: words('stringify parse'),
  Number: words('MAX_VALUE MIN_VALUE NEGATIVE_INFINITY POSITIVE_INFINITY'),
  Date: words('parse UTC now'),
};

const INSTEAD = '请检查拼写，或写到脚本里';

const isFunction = (node: Node): node is AnyFunction => /Function/.test(node.type);

/** What is declared in a function or in the module, without the functions inside of it. */
const declaredIn = (scope: Node): Set<string> => {
  const names = new Set<string>();
  if (isFunction(scope)) {
    names.add('arguments');
    if (scope.id) names.add(scope.id.name);
    for (const each of scope.params) if (each.type === 'Identifier') names.add(each.name);
  }
  recursive(isFunction(scope) ? scope.body : scope, undefined, {
    Function(node) {
      if (node.type === 'FunctionDeclaration' && node.id) names.add(node.id.name);
    },
    VariableDeclarator({ id, init }, state, walk) {
      if (id.type === 'Identifier') names.add(id.name);
      if (init) walk(init, state);
    },
  });
  return names;
};

/** Names that are written to are there: without `var` they belong to the module (reference/wxs/02variate). */
const writtenIn = (program: Node): string[] => {
  const names: string[] = [];
  simple(program, {
    AssignmentExpression({ left }) {
      if (left.type === 'Identifier') names.push(left.name);
    },
  });
  return names;
};

/**
 * @param program of right WXS
 * @returns the first name in it that nobody declares and WXS does not bring
 */
export const unknownNameIn = (program: Node): Refused | undefined => {
  const scopes = new Map<Node, ReadonlySet<string>>();
  const namesOf = (scope: Node): ReadonlySet<string> => {
    const names = scopes.get(scope) ?? declaredIn(scope);
    scopes.set(scope, names);
    return names;
  };
  scopes.set(program, new Set([...declaredIn(program), ...writtenIn(program)]));
  const isOwn = (name: string, around: readonly Node[]): boolean =>
    around.some((node) => (node === program || isFunction(node)) && namesOf(node).has(name));

  const found: Refused[] = [];
  ancestor(program, {
    Identifier({ name, start }, _, around) {
      if (isOwn(name, around) || GLOBALS.has(name)) return;
      found.push({ what: `全局的 ${name}`, instead: INSTEAD, offset: start });
    },
    MemberExpression({ object, property, computed, start }, _, around) {
      if (computed || object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const members = MEMBERS[object.name];
      if (!members || members.has(property.name) || isOwn(object.name, around)) return;
      found.push({ what: ` ${object.name}.${property.name}`, instead: INSTEAD, offset: start });
    },
    CallExpression({ callee, arguments: [first], start }, _, around) {
      if (callee.type !== 'Identifier' || callee.name !== 'require' || isOwn('require', around)) return;
      if (isWxsFile(first)) return;
      found.push({ what: '这样的 require', instead: '括号里请写 .wxs 文件的相对路径', offset: start });
    },
  });
  return found.sort((a, b) => a.offset - b.offset)[0];
};

const isWxsFile = (node: AnyNode | undefined): boolean =>
  node?.type === 'Literal' && /^[^/].*\.wxs$/.test(String(node.value));
