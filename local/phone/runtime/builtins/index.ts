import type { ComponentSpace, GeneralComponentDefinition } from 'glass-easel';
import { button } from './button';
import { defineBuiltin, type Builtin } from './define';
import { image } from './image';
import { input, textarea } from './input';
import { rootPortal } from './root-portal';
import { scrollView } from './scroll-view';
import { label, plain, view } from './view';

/** WeChat's own components, as far as our pages and vant use them. */
const BUILTINS: Readonly<Record<string, Builtin>> = {
  view,
  text: plain,
  label,
  image,
  button,
  input,
  textarea,
  'scroll-view': scrollView,
  'root-portal': rootPortal,
};

export const defineBuiltins = (space: ComponentSpace): Readonly<Record<string, GeneralComponentDefinition>> =>
  Object.fromEntries(
    Object.entries(BUILTINS).map(([tag, builtin]) => [tag, defineBuiltin(space, tag, builtin)]),
  );
