import type { ShadowedEvent } from 'glass-easel';
import { activate, CONTROLS } from '../support/activation';
import { dataOf, type Builtin } from '../support/define';

/** A label hands its tap to the control it names, or to the first it holds; a control of its own keeps its tap. */
export const label: Builtin = {
  hasSlot: true,
  properties: { for: String },
  create: (component, host) => {
    component.addListener('tap', (event: ShadowedEvent<unknown>) => {
      const origin = event.getOriginalEvent();
      const tapped = origin instanceof Element ? origin.closest(CONTROLS) : null;
      if (tapped && host.contains(tapped)) return;
      const { for: named } = dataOf<{ for: string }>(component);
      const page = host.closest('wx-page') ?? host;
      const control = named
        ? page.querySelector<HTMLElement>(`#${CSS.escape(named)}`)
        : host.querySelector<HTMLElement>(CONTROLS);
      if (control) activate(control);
    });
    return undefined;
  },
};
