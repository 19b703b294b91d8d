import { Event as FrameworkEvent, type GeneralComponent } from 'glass-easel';
import { keyboardHeight, lowerKeyboard, raiseKeyboard } from '../../keyboard';
import { resolveLengths } from '../../units';
import { onActivate } from './activation';
import { dataOf, setOwn } from './define';
import { registerField } from './fields';
import { scopedNames } from './scoped-names';

export type Control = HTMLInputElement | HTMLTextAreaElement;

export const TEXT_PROPERTIES = {
  value: { type: String, value: '' },
  name: String,
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
  cursorColor: String,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: { type: Boolean, value: true },
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
  readonly autoFocus: boolean;
  readonly confirmType: string;
  readonly confirmHold: boolean;
  readonly cursor: number;
  readonly cursorSpacing: number;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly adjustPosition: boolean;
  readonly holdKeyboard: boolean;
}

interface Replacement {
  readonly value?: string;
  readonly cursor?: number;
}

/** Where the cursor, or the selection, is to stand when the control gets the focus. */
const placeCursor = (control: Control, data: TextData): void => {
  if (data.selectionStart >= 0 && data.selectionEnd >= 0) {
    control.setSelectionRange(data.selectionStart, data.selectionEnd);
  } else if (data.cursor >= 0) control.setSelectionRange(data.cursor, data.cursor);
};

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
  const data = (): TextData => dataOf<TextData>(component);
  const tellHeight = (detail: { height: number; duration: number }): void => {
    component.triggerEvent('keyboardheightchange', detail);
  };

  const showPlaceholder = (): void => {
    placeholder.hidden = control.value !== '';
  };
  const write = (value: string): void => {
    lastValue = value;
    if (control.value !== value) control.value = value;
    setOwn(component, { value });
    showPlaceholder();
  };
  /** What the page's handler returns takes the place of what was typed (docs: input, bindinput). */
  const replace = (answer: unknown): undefined => {
    const { value, cursor } = (
      typeof answer === 'string' ? { value: answer } : (answer ?? {})
    ) as Replacement;
    if (typeof value === 'string') write(value);
    if (typeof cursor === 'number') control.setSelectionRange(cursor, cursor);
    return undefined;
  };
  control.addEventListener('input', () => {
    write(control.value);
    const detail = { value: control.value, cursor: control.selectionStart ?? 0, keyCode: 0 };
    const options = { handleListenerReturn: replace };
    FrameworkEvent.dispatchEvent(component, new FrameworkEvent('input', detail, options));
  });
  control.addEventListener('focus', () => {
    placeCursor(control, data());
    const { adjustPosition, cursorSpacing } = data();
    host.classList.add('phone-focused');
    // The keyboard tells its height first (docs: input, tips).
    raiseKeyboard(host, { adjustPosition, spacing: cursorSpacing }, tellHeight);
    component.triggerEvent('focus', { value: control.value, height: keyboardHeight() });
  });
  control.addEventListener('blur', () => {
    host.classList.remove('phone-focused');
    component.triggerEvent('blur', { value: control.value, cursor: control.selectionStart ?? 0 });
    lowerKeyboard(host, tellHeight);
  });
  const isConfirmKey = (): boolean =>
    control instanceof HTMLInputElement || !['return', ''].includes(data().confirmType);
  control.addEventListener('keydown', (event) => {
    const isEnter = event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing;
    if (!isEnter || !isConfirmKey()) return;
    event.preventDefault();
    component.triggerEvent('confirm', { value: control.value });
    if (!data().confirmHold) control.blur();
  });
  onActivate(host, () => control.focus());
  registerField(host, { component, value: () => control.value, reset: () => write('') });

  return () => {
    const now = data();
    if (now.value !== lastValue) {
      lastValue = now.value;
      const text = now.value ?? '';
      // A value that a page sets is cut as what is typed is.
      const cut = now.maxlength >= 0 ? text.slice(0, now.maxlength) : text;
      if (control.value !== cut) control.value = cut;
    }
    placeholder.textContent = now.placeholder ?? '';
    placeholder.setAttribute('style', resolveLengths(now.placeholderStyle ?? ''));
    placeholder.className = [
      'phone-control-placeholder',
      ...scopedNames(component, now.placeholderClass),
    ].join(' ');
    // Screen readers read the control, not the look-alike.
    control.setAttribute('aria-placeholder', now.placeholder ?? '');
    control.disabled = now.disabled;
    host.toggleAttribute('data-hold-keyboard', now.holdKeyboard);
    if (now.maxlength >= 0) control.maxLength = now.maxlength;
    else control.removeAttribute('maxlength');
    control.enterKeyHint = (now.confirmType === 'return' ? 'enter' : now.confirmType) || 'done';
    showPlaceholder();
    const isFocus = now.focus || now.autoFocus;
    if (isFocus !== wasFocus) {
      wasFocus = isFocus;
      if (isFocus) setTimeout(() => control.focus());
      else control.blur();
    }
  };
};
