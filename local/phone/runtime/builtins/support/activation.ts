/** What a label does with the control it names or holds, as a tap on the control would. */
const activations = new WeakMap<HTMLElement, () => void>();

export const onActivate = (host: HTMLElement, activate: () => void): void => {
  activations.set(host, activate);
};

export const CONTROLS = 'wx-button, wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea';

export const activate = (host: HTMLElement): void => activations.get(host)?.();
