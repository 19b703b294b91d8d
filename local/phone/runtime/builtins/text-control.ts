import type { GeneralComponent } from 'glass-easel';
import { resolveLengths } from '../units';

export type Control = HTMLInputElement | HTMLTextAreaElement;

export const TEXT_PROPERTIES = {
  value: { type: String, value: '' },
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: { type: String, value: 'input-placeholder' },
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  confirmType: { type: String, value: 'done' },
  confirmHold: Boolean,
  cursor: { type: Number, value: -1 },
  cursorSpacing: Number,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: Boolean,
  holdKeyboard: Boolean,
  alwaysEmbed: Boolean,
} as const;

interface TextData {
  readonly value: string;
  readonly placeholder: string;
  readonly placeholderStyle: string;
  readonly placeholderClass: string;
  readonly disabled: boolean;
  readonly maxlength: number;
  readonly focus: boolean;
  readonly confirmType: string;
}

/** What input and textarea have in common: value, placeholder, limits and their events. @returns the update */
export const bindControl = (
  component: GeneralComponent,
  host: HTMLElement,
  control: Control,
): (() => void) => {
  const placeholder = document.createElement('div');
  placeholder.className = 'phone-control-placeholder';
  // A box of its own: the host's padding holds for the text and for its placeholder alike.
  const box = document.createElement('div');
  box.className = 'phone-control-box';
  box.append(control, placeholder);
  host.append(box);
  let lastValue: string | undefined;
  let wasFocus = false;

  const showPlaceholder = (): void => {
    placeholder.hidden = control.value !== '';
  };
  control.addEventListener('input', () => {
    lastValue = control.value;
    showPlaceholder();
    component.triggerEvent('input', {
      value: control.value,
      cursor: control.selectionStart ?? 0,
      keyCode: 0,
    });
  });
  control.addEventListener('focus', () => {
    component.triggerEvent('focus', { value: control.value, height: 0 });
  });
  control.addEventListener('blur', () => {
    component.triggerEvent('blur', { value: control.value, cursor: control.selectionStart ?? 0 });
  });
  control.addEventListener('keydown', (event) => {
    const isConfirm = event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing;
    if (!isConfirm || control instanceof HTMLTextAreaElement) return;
    component.triggerEvent('confirm', { value: control.value });
    if (!(component.data as { confirmHold?: boolean }).confirmHold) control.blur();
  });

  return () => {
    const data = component.data as unknown as TextData;
    if (data.value !== lastValue) {
      lastValue = data.value;
      if (control.value !== data.value) control.value = data.value ?? '';
    }
    placeholder.textContent = data.placeholder ?? '';
    placeholder.setAttribute('style', resolveLengths(data.placeholderStyle ?? ''));
    placeholder.className = `phone-control-placeholder ${data.placeholderClass
      .split(/\s+/)
      .flatMap((name) => scopedNames(component, name))
      .join(' ')}`;
    // Screen readers read the control, not the look-alike.
    control.setAttribute('aria-placeholder', data.placeholder ?? '');
    control.disabled = data.disabled;
    if (data.maxlength >= 0) control.maxLength = data.maxlength;
    else control.removeAttribute('maxlength');
    control.enterKeyHint = (data.confirmType === 'return' ? 'enter' : data.confirmType) || 'done';
    showPlaceholder();
    if (data.focus !== wasFocus) {
      wasFocus = data.focus;
      if (data.focus) setTimeout(() => control.focus());
      else control.blur();
    }
  };
};

/** A class name as it stands in the owner's stylesheet: prefixed in a component, plain in a page. */
const scopedNames = (component: GeneralComponent, name: string): string[] => {
  const owner = component.ownerShadowRoot?.getHostNode().$$ as unknown as HTMLElement | undefined;
  const prefix = owner?.getAttribute('wx-host');
  return prefix ? [name, `${prefix}--${name}`] : [name];
};
