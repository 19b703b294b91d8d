import type { GeneralComponent } from 'glass-easel';

/** A class name as it stands in the owner's stylesheet: prefixed in a component, plain in a page. */
export const scopedNames = (component: GeneralComponent, names: string): string[] => {
  const owner = component.ownerShadowRoot?.getHostNode().$$ as unknown as HTMLElement | undefined;
  const prefix = owner?.getAttribute('wx-host');
  return names
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((name) => (prefix ? [name, `${prefix}--${name}`] : [name]));
};
