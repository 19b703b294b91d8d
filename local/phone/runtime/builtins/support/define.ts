import { playAnimation } from '../../animation-player';
import type { ComponentSpace, GeneralComponent, GeneralComponentDefinition } from 'glass-easel';
import { unmarkTaps } from '../../tap-marks';
import { applyAria, ARIA_PROPERTIES } from './aria';

/** A built-in component: its host element is wx-<tag>; what it needs inside, it makes of the browser's own elements. */
export interface Builtin {
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Whether other elements stand in it. */
  readonly hasSlot?: boolean;
  /** Once, when the host element stands. @returns what to do when a property changed */
  readonly create?: (component: GeneralComponent, host: HTMLElement) => (() => void) | undefined;
  /** When the host element stands in the page: what is around it can be asked. */
  readonly attached?: (component: GeneralComponent, host: HTMLElement) => void;
  readonly detached?: (component: GeneralComponent, host: HTMLElement) => void;
}

/** A compiled template without content; without any, the framework's own is one slot. */
const EMPTY_TEMPLATE = { content: () => () => ({ C: () => undefined, B: {} }) };

/** A page that was closed may still set data: its elements are gone by then. */
export const hostOf = (component: GeneralComponent): HTMLElement | null =>
  component.$$ as unknown as HTMLElement | null;

/** The properties as the component reads them. */
export const dataOf = <Data>(component: GeneralComponent): Data => component.data as unknown as Data;

/** The component itself changed a property (a person typed, ticked, slid): `model:` bindings follow. */
export const setOwn = (component: GeneralComponent, data: Readonly<Record<string, unknown>>): void =>
  component.setData(data as never);

export const defineBuiltin = (
  space: ComponentSpace,
  tag: string,
  builtin: Builtin,
): GeneralComponentDefinition => {
  const updates = new WeakMap<GeneralComponent, () => void>();
  const played = new WeakMap<GeneralComponent, unknown>();
  const update = function (this: GeneralComponent): void {
    // What is spoken belongs to the control inside, where there is one.
    const host = hostOf(this);
    if (!host) return;
    updates.get(this)?.();
    const { animation } = this.data as { animation: Parameters<typeof playAnimation>[1] };
    if (animation !== played.get(this)) {
      played.set(this, animation);
      playAnimation(host, animation);
    }
    applyAria(this, host.querySelector<HTMLElement>(':scope > .phone-control-box > :first-child') ?? host);
  };
  return space.defineComponent({
    is: `wx/${tag}`,
    options: { writeFieldsToNode: false, writeIdToDOM: true, idPrefixGenerator: null },
    ...(builtin.hasSlot ? {} : { template: EMPTY_TEMPLATE }),
    properties: { ...ARIA_PROPERTIES, animation: { type: null, value: null }, ...builtin.properties },
    observers: { '**': update },
    lifetimes: {
      created(this: GeneralComponent) {
        const host = hostOf(this);
        const onChange = host && builtin.create?.(this, host);
        if (onChange) updates.set(this, onChange);
        if (host) unmarkTaps(host);
      },
      attached(this: GeneralComponent) {
        update.call(this);
        const host = hostOf(this);
        if (host) builtin.attached?.(this, host);
      },
      detached(this: GeneralComponent) {
        const host = hostOf(this);
        if (host) builtin.detached?.(this, host);
      },
    },
  } as never) as unknown as GeneralComponentDefinition;
};
