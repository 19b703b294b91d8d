import type { GeneralComponent } from 'glass-easel';
import { dataOf, hostOf } from './builtins/support/define';
import { registerButtonHolder, registerField } from './builtins/support/fields';

/** The framework hands lifetimes the method caller; the component stands behind it. */
interface Caller {
  readonly _$: GeneralComponent;
}

/** WeChat's built-in behaviours, which components name by string (docs: 内置 behavior). */
export const NAMED_BEHAVIORS: Readonly<Record<string, object>> = {
  'wx://form-field': {
    properties: { name: String, value: null },
    lifetimes: {
      attached(this: Caller) {
        const component = this._$;
        const host = hostOf(component);
        const value = (): unknown => dataOf<{ value: unknown }>(component).value;
        // WeChat leaves what a reset means to the component.
        if (host) registerField(host, { component, value, reset: () => undefined });
      },
    },
  },
  'wx://form-field-group': {},
  'wx://form-field-button': {
    lifetimes: {
      attached(this: Caller) {
        registerButtonHolder(this._$);
      },
    },
  },
  // `export` of the definition answers selectComponent: the framework does it for all.
  'wx://component-export': {},
};
