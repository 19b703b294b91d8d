import ts from 'typescript';

/**
 * What an expression takes from `wx`, a name a step: `wx.cloud.init` is ['cloud', 'init'], `wx` itself [], what a call
 * gives is its name with brackets.
 */
export type WxPath = readonly string[];

/** A script, and who declared each name of it. */
export interface Script {
  readonly tree: ts.SourceFile;
  readonly scopes: ts.TypeChecker;
}

const OPTIONS: ts.CompilerOptions = {
  noLib: true,
  noResolve: true,
  allowJs: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
};

/** One file alone: TypeScript's checker knows its scopes; nothing else is read. */
export const readScript = (file: string, source: string): Script => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file ? tree : undefined),
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === file,
    readFile: () => undefined,
    writeFile: () => undefined,
  };
  return { tree, scopes: ts.createProgram([file], OPTIONS, host).getTypeChecker() };
};

const isWrapper = (node: ts.Node): node is ts.Expression & { readonly expression: ts.Expression } =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isTypeAssertionExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isSatisfiesExpression(node);

/** Without brackets and what TypeScript adds: `(wx as X)!` is `wx`. */
export const bare = (node: ts.Expression): ts.Expression => {
  if (isWrapper(node)) return bare(node.expression);
  const isComma = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken;
  return isComma ? bare(node.right) : node;
};

/** The same the other way: the widest expression that is nothing but this one. */
export const wrapped = (node: ts.Node): ts.Node => {
  const { parent } = node;
  const isComma =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.CommaToken &&
    parent.right === node;
  return isWrapper(parent) || isComma ? wrapped(parent) : node;
};

/** `x` of `a.x`, `a['x']`, `{ x }` and `{ 'x': y }`; undefined for a name that is only known as the program runs. */
const textOf = (name: ts.Node | undefined): string | undefined => {
  if (!name) return undefined;
  if (ts.isComputedPropertyName(name))
    return ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
};

/** The name that `a[…]` asks for. */
export const keyOf = ({ argumentExpression }: ts.ElementAccessExpression): string | undefined => {
  const key = bare(argumentExpression);
  return ts.isStringLiteralLike(key) ? key.text : undefined;
};

const isAmbient = (declaration: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Ambient) !== 0;

/** Stands for globalThis, whose `wx` is the same. */
const GLOBAL: WxPath = ['globalThis'];

/** Reads `wx` out of expressions, through constants, destructuring and small functions. */
export class WxPaths {
  private readonly scopes: ts.TypeChecker;
  /** What is being read: `const a = a` ends here. */
  private readonly open = new Set<ts.Node>();

  constructor({ scopes }: Script) {
    this.scopes = scopes;
  }

  /** @returns undefined for what is not taken from `wx`, or cannot be told before it runs */
  of(expression: ts.Expression): WxPath | undefined {
    const path = this.trace(expression);
    return path === GLOBAL ? undefined : path;
  }

  /** What a small function of the script gives whenever it is called. @param name of it, where it is used */
  givenBy(name: ts.Identifier): WxPath | undefined {
    const declaration = this.declarationOf(name);
    // Where it is declared, it does not go anywhere.
    if (!declaration || ('name' in declaration && declaration.name === name)) return undefined;
    const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    const given = made && this.answerOf(made);
    return given && this.of(given);
  }

  private trace(expression: ts.Expression): WxPath | undefined {
    const node = bare(expression);
    if (this.open.has(node)) return undefined;
    this.open.add(node);
    try {
      return this.read(node);
    } finally {
      this.open.delete(node);
    }
  }

  /** What a name was declared with: the right side of `const name = …`. */
  valueOf(name: ts.Identifier): ts.Expression | undefined {
    const declaration = this.declarationOf(name);
    return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  }

  /** What `{ x } = …` takes apart. */
  ofPattern(pattern: ts.BindingPattern): WxPath | undefined {
    const path = this.tracePattern(pattern);
    return path === GLOBAL ? undefined : path;
  }

  private tracePattern({ parent }: ts.BindingPattern): WxPath | undefined {
    if (ts.isBindingElement(parent)) return this.ofElement(parent);
    return ts.isVariableDeclaration(parent) && parent.initializer
      ? this.trace(parent.initializer)
      : undefined;
  }

  private symbolOf(name: ts.Identifier): ts.Symbol | undefined {
    const { parent } = name;
    if (ts.isShorthandPropertyAssignment(parent))
      return this.scopes.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent)) return this.scopes.getExportSpecifierLocalTargetSymbol(parent);
    return this.scopes.getSymbolAtLocation(name);
  }

  private declarationOf(name: ts.Identifier): ts.Declaration | undefined {
    const symbol = this.symbolOf(name);
    const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
    return declaration && isAmbient(declaration) ? undefined : declaration;
  }

  private read(node: ts.Expression): WxPath | undefined {
    if (ts.isIdentifier(node)) return this.ofName(node);
    if (ts.isPropertyAccessExpression(node)) return this.step(node.expression, node.name.text);
    if (ts.isElementAccessExpression(node)) return this.step(node.expression, keyOf(node));
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      return this.trace(node.right);
    return ts.isCallExpression(node) ? this.ofCall(node) : undefined;
  }

  private step(from: ts.Expression, name: string | undefined): WxPath | undefined {
    return this.member(name === undefined ? undefined : this.trace(from), name);
  }

  private member(path: WxPath | undefined, name: string | undefined): WxPath | undefined {
    if (!path || name === undefined) return undefined;
    if (path === GLOBAL) return name === 'wx' ? [] : undefined;
    return [...path, name];
  }

  private ofName(node: ts.Identifier): WxPath | undefined {
    const declaration = this.declarationOf(node);
    if (!declaration && node.text === 'globalThis') return GLOBAL;
    if (!declaration) return node.text === 'wx' ? [] : undefined;
    if (ts.isBindingElement(declaration)) return this.ofElement(declaration);
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
    return this.trace(declaration.initializer);
  }

  private ofElement(element: ts.BindingElement): WxPath | undefined {
    // With a value for want of it, the name is never empty.
    if (element.initializer || !ts.isObjectBindingPattern(element.parent)) return undefined;
    const from = this.tracePattern(element.parent);
    if (!from || element.dotDotDotToken) return from;
    return this.member(from, textOf(element.propertyName ?? element.name));
  }

  private ofCall(call: ts.CallExpression): WxPath | undefined {
    const path = this.of(call.expression);
    if (path) return path.length > 0 ? [...path.slice(0, -1), `${path.at(-1)}()`] : undefined;
    const callee = bare(call.expression);
    return ts.isIdentifier(callee) ? this.givenBy(callee) : undefined;
  }

  /** What `() => x` and `function () { return x; }` give. */
  private answerOf(made: ts.Node): ts.Expression | undefined {
    if (!ts.isArrowFunction(made) && !ts.isFunctionExpression(made) && !ts.isFunctionDeclaration(made))
      return undefined;
    const { body } = made;
    if (!body || !ts.isBlock(body)) return body;
    const [only, ...more] = body.statements;
    return only && more.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
  }
}

/** Whether an identifier stands for a value: the `x` of `a.x`, of `let x` and of a type does not. */
export const isValue = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isExportSpecifier(parent)) return true;
  if (ts.isQualifiedName(parent) || ts.isTypeNode(parent) || ts.isImportSpecifier(parent)) return false;
  return (
    !('name' in parent && parent.name === node) && !('propertyName' in parent && parent.propertyName === node)
  );
};

/** Whether `{ [name]: x }` asks for a name that is only known as the program runs. */
export const isUnnamed = (element: ts.BindingElement): boolean =>
  element.propertyName !== undefined && textOf(element.propertyName) === undefined;
