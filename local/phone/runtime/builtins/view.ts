import type { GeneralComponent } from 'glass-easel';
import type { Builtin } from './define';

/** aria-* of the template reach the element as attributes; a hover class shows while a finger rests on it. */
const HOVER_MS = 50;

const showHover = (component: GeneralComponent, host: HTMLElement): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hoverClass = (): string => String((component.data as { hoverClass?: string }).hoverClass ?? '');
  const on = (): void => {
    const name = hoverClass();
    if (!name || name === 'none') return;
    clearTimeout(timer);
    timer = setTimeout(() => component.classList?.toggle(name, true), HOVER_MS);
  };
  const off = (): void => {
    clearTimeout(timer);
    const name = hoverClass();
    if (name && name !== 'none') component.classList?.toggle(name, false);
  };
  host.addEventListener('pointerdown', on, { passive: true });
  for (const type of ['pointerup', 'pointercancel', 'pointerleave']) host.addEventListener(type, off);
};

export const view: Builtin = {
  hasSlot: true,
  properties: {
    hoverClass: String,
    hoverStartTime: Number,
    hoverStayTime: Number,
    hoverStopPropagation: Boolean,
  },
  create: (component, host) => {
    showHover(component, host);
    return undefined;
  },
};

export const plain: Builtin = { hasSlot: true };

/** A label hands its tap to the control it names or holds. */
export const label: Builtin = {
  hasSlot: true,
  properties: { for: String },
  create: (component, host) => {
    host.addEventListener('click', (event) => {
      if ((event.target as HTMLElement).closest('input, textarea')) return;
      const { for: named } = component.data as { for?: string };
      const control = named ? document.getElementById(named) : host;
      control?.querySelector<HTMLElement>('input, textarea')?.focus();
    });
    return undefined;
  },
};
