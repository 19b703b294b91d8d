import type { GeneralComponent } from 'glass-easel';
import { resolveLengths } from '../../units';
import { dataOf, type Builtin } from '../support/define';
import { scopedNames } from '../support/scoped-names';

interface RichNode {
  readonly type?: string;
  readonly name?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly children?: readonly RichNode[];
  readonly text?: string;
}

/** Trusted tags and their attributes beside class and style (docs: rich-text). Others are taken out with what they hold. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em ' +
      'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav p pre q rt ruby s section ' +
      'small span strong sub sup tbody tfoot thead tr tt u ul'
    )
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
};

const SPACES: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

const nodesOf = (element: Node): RichNode[] =>
  [...element.childNodes].flatMap((node): RichNode[] => {
    if (node instanceof Text) return [{ type: 'text', text: node.data }];
    if (!(node instanceof Element)) return [];
    const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return [{ name: node.localName, attrs, children: nodesOf(node) }];
  });

const build = (component: GeneralComponent, nodes: readonly RichNode[], space: string): Node[] =>
  nodes.flatMap((node): Node[] => {
    if (node.type === 'text') {
      const blank = SPACES[space];
      const text = node.text ?? '';
      return [document.createTextNode(blank ? text.replaceAll(' ', blank) : text)];
    }
    const tag = node.name?.toLowerCase() ?? '';
    const allowed = TAGS[tag];
    if (!allowed) return [];
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(node.attrs ?? {})) {
      if (name === 'class') element.classList.add(...scopedNames(component, String(value)));
      else if (name === 'style') element.setAttribute('style', resolveLengths(String(value)));
      else if (allowed.includes(name)) element.setAttribute(name, String(value));
    }
    element.append(...build(component, node.children ?? [], space));
    return [element];
  });

export const richText: Builtin = {
  properties: { nodes: { type: null, value: [] }, space: String, userSelect: Boolean, mode: String },
  create: (component, host) => () => {
    const { nodes, space, userSelect } = dataOf<{
      nodes: string | readonly RichNode[];
      space: string;
      userSelect: boolean;
    }>(component);
    const parsed =
      typeof nodes === 'string'
        ? nodesOf(new DOMParser().parseFromString(nodes, 'text/html').body)
        : (nodes ?? []);
    host.classList.toggle('phone-selectable', userSelect);
    host.replaceChildren(...build(component, parsed, space));
  },
};
