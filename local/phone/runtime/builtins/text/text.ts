import { dataOf, type Builtin } from '../support/define';

interface TextData {
  readonly selectable: boolean;
  readonly userSelect: boolean;
  readonly space: string;
  readonly decode: boolean;
}

const SPACES: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

/** What `decode` understands (docs: text). */
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

export const shownText = (text: string, { space, decode }: Pick<TextData, 'space' | 'decode'>): string => {
  const decoded = decode ? text.replace(/&[a-z]+;/g, (entity) => ENTITIES[entity] ?? entity) : text;
  const blank = SPACES[space];
  return blank ? decoded.replaceAll(' ', blank) : decoded;
};

export const text: Builtin = {
  hasSlot: true,
  properties: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean },
  create: (component, host) => {
    const rewrite = (): void => {
      const data = dataOf<TextData>(component);
      if (!data.decode && !SPACES[data.space]) return;
      for (const node of host.childNodes) {
        if (!(node instanceof Text)) continue;
        const shown = shownText(node.data, data);
        if (shown !== node.data) node.data = shown;
      }
    };
    new MutationObserver(rewrite).observe(host, { childList: true, characterData: true, subtree: true });
    return () => {
      const { selectable, userSelect } = dataOf<TextData>(component);
      host.classList.toggle('phone-selectable', selectable || userSelect);
      rewrite();
    };
  },
};
