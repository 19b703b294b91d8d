/** A tag as it opens, with where it stands in the source. */
export interface Tag {
  readonly name: string;
  readonly offset: number;
}

/** A piece of the template as it is written. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
}

/** What stands between {{ and }}. */
export interface EvaluatedPiece extends Piece {
  /** In a template's data: fields of an object. */
  readonly areFields: boolean;
}

/** An attribute, with where its value stands. */
export interface Attribute extends Piece {
  readonly name: string;
}

/** Another file that the template takes in. */
export interface Inclusion {
  /** As it is written. */
  readonly src: string;
  /** Of its tag. */
  readonly offset: number;
}

export interface Scan {
  readonly tags: readonly Tag[];
  readonly attributes: readonly Attribute[];
  readonly expressions: readonly EvaluatedPiece[];
  /** Inline WXS, by its module's name. */
  readonly scripts: ReadonlyMap<string, Piece>;
  /** Names of all WXS modules, inline and in files. */
  readonly modules: ReadonlySet<string>;
  readonly includes: readonly Inclusion[];
}

const ATTRIBUTE = /\s*([^\s=>/]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s>]+)))?/y;

/** Where the braces end that open before `from`: past texts in quotes and braces of objects. */
const closingOf = (text: string, from: number): number => {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}' && depth > 0) depth -= 1;
    else if (text.startsWith('}}', at)) return at;
  }
  return text.length;
};

const expressionsIn = (text: string, offset: number, areFields: boolean): EvaluatedPiece[] => {
  const found: EvaluatedPiece[] = [];
  for (let open = text.indexOf('{{'); open >= 0; ) {
    const start = open + 2;
    const end = closingOf(text, start);
    if (end < text.length) found.push({ text: text.slice(start, end), offset: offset + start, areFields });
    open = text.indexOf('{{', end);
  }
  return found;
};

/** Goes once through a template, for what its compiler does not tell: tags, expressions and where they stand. */
export const scanWxml = (source: string): Scan => {
  const tags: Tag[] = [];
  const attributes: Attribute[] = [];
  const expressions: EvaluatedPiece[] = [];
  const scripts = new Map<string, Piece>();
  const modules = new Set<string>();
  const includes: Inclusion[] = [];
  let at = 0;

  const endOf = (text: string, from: number): number => {
    const found = source.indexOf(text, from);
    return found < 0 ? source.length : found + text.length;
  };

  const readTag = (): void => {
    const [, name = ''] = /^<([^\s>/]+)/.exec(source.slice(at, at + 200)) ?? [];
    const start = at;
    tags.push({ name, offset: start });
    at += 1 + name.length;
    let module = '';
    for (;;) {
      ATTRIBUTE.lastIndex = at;
      const match = ATTRIBUTE.exec(source);
      if (!match || match[0].trim() === '') break;
      const value = match[2] ?? match[3] ?? match[4] ?? '';
      const offset = match.index + match[0].length - value.length - (match[4] === undefined ? 1 : 0);
      attributes.push({ name: match[1] ?? '', text: value, offset });
      expressions.push(...expressionsIn(value, offset, name === 'template' && match[1] === 'data'));
      if (match[1] === 'module') module = value;
      if (name === 'include' && match[1] === 'src') includes.push({ src: value, offset: start });
      at = ATTRIBUTE.lastIndex;
    }
    const isClosed = /^\s*\/>/.test(source.slice(at, at + 50));
    at = endOf('>', at);
    if (name === 'wxs') modules.add(module);
    if (name !== 'wxs' || isClosed) return;
    const end = source.indexOf('</wxs', at);
    const text = source.slice(at, end < 0 ? source.length : end);
    scripts.set(module, { text, offset: at });
    at += text.length;
  };

  const readText = (): void => {
    const start = at;
    while (at < source.length && source[at] !== '<')
      at = source.startsWith('{{', at) ? closingOf(source, at + 2) : at + 1;
    expressions.push(...expressionsIn(source.slice(start, at), start, false));
  };

  while (at < source.length) {
    if (source.startsWith('<!--', at)) at = endOf('-->', at);
    else if (source.startsWith('</', at)) at = endOf('>', at);
    else if (/^<[a-zA-Z]/.test(source.slice(at, at + 2))) readTag();
    else if (source[at] === '<') at += 1;
    else readText();
  }
  return { tags, attributes, expressions, scripts, modules, includes };
};
