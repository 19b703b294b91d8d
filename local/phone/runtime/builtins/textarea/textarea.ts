import { dataOf, type Builtin } from '../support/define';
import { bindControl, TEXT_PROPERTIES } from '../support/text-control';

export const textarea: Builtin = {
  hasSlot: true,
  properties: {
    ...TEXT_PROPERTIES,
    placeholderClass: { type: String, value: 'textarea-placeholder' },
    confirmType: { type: String, value: 'return' },
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: Boolean,
  },
  create: (component, host) => {
    const control = document.createElement('textarea');
    control.rows = 1;
    const update = bindControl(component, host, control);
    let lastHeight = 0;
    /** Told when the lines became more or fewer: px, and the count of lines. */
    const tellLines = (): void => {
      const height = control.scrollHeight;
      if (height === lastHeight || height === 0) return;
      lastHeight = height;
      const line = parseFloat(getComputedStyle(control).lineHeight) || height;
      const detail = { height, heightRpx: height * 2, lineCount: Math.max(1, Math.round(height / line)) };
      component.triggerEvent('linechange', detail);
    };
    control.addEventListener('input', tellLines);
    return () => {
      update();
      host.classList.toggle('phone-auto-height', dataOf<{ autoHeight: boolean }>(component).autoHeight);
      requestAnimationFrame(tellLines);
    };
  },
};
