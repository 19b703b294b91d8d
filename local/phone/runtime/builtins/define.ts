import type { ComponentSpace, GeneralComponent, GeneralComponentDefinition } from 'glass-easel';

/** A built-in component: its host element is wx-<tag>; what it needs inside, it makes of the browser's own elements. */
export interface Builtin {
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Whether other elements stand in it. */
  readonly hasSlot?: boolean;
  /** Once, when the host element stands. @returns what to do when a property changed */
  readonly create?: (component: GeneralComponent, host: HTMLElement) => (() => void) | undefined;
  readonly detached?: (component: GeneralComponent, host: HTMLElement) => void;
}

/** A compiled template without content; without any, the framework's own is one slot. */
const EMPTY_TEMPLATE = { content: () => () => ({ C: () => undefined, B: {} }) };

export const hostOf = (component: GeneralComponent): HTMLElement => component.$$ as unknown as HTMLElement;

export const defineBuiltin = (
  space: ComponentSpace,
  tag: string,
  builtin: Builtin,
): GeneralComponentDefinition => {
  const updates = new WeakMap<GeneralComponent, () => void>();
  const update = function (this: GeneralComponent): void {
    updates.get(this)?.();
  };
  return space.defineComponent({
    is: `wx/${tag}`,
    options: { writeFieldsToNode: false, writeIdToDOM: true, idPrefixGenerator: null },
    ...(builtin.hasSlot ? {} : { template: EMPTY_TEMPLATE }),
    properties: { ...builtin.properties },
    observers: builtin.properties ? { '**': update } : {},
    lifetimes: {
      created(this: GeneralComponent) {
        const onChange = builtin.create?.(this, hostOf(this));
        if (onChange) updates.set(this, onChange);
      },
      attached: update,
      detached(this: GeneralComponent) {
        builtin.detached?.(this, hostOf(this));
      },
    },
  } as never) as unknown as GeneralComponentDefinition;
};
