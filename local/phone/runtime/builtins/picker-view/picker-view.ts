import { rowOf, showRow } from '../picker-view-column/picker-view-column';
import { dataOf, setOwn, type Builtin } from '../support/define';
import { registerField } from '../support/fields';
import { resolveLengths } from '../../units';

interface PickerViewData {
  readonly value: readonly number[];
  readonly indicatorStyle: string;
  readonly maskStyle: string;
  readonly immediateChange: boolean;
}

const ROW_PX = 34;

const columnsOf = (host: HTMLElement): HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>('wx-picker-view-column'),
];

export const pickerView: Builtin = {
  hasSlot: true,
  properties: {
    name: String,
    value: { type: Array, value: [] },
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
  },
  create: (component, host) => {
    const indicator = document.createElement('div');
    indicator.className = 'phone-picker-indicator';
    host.append(indicator);
    const rows = (): number[] => columnsOf(host).map(rowOf);
    host.addEventListener('phone-pickstart', () => component.triggerEvent('pickstart', {}));
    host.addEventListener('phone-pickend', () => {
      component.triggerEvent('pickend', {});
      const value = rows();
      if (JSON.stringify(value) === JSON.stringify(dataOf<PickerViewData>(component).value)) return;
      setOwn(component, { value });
      component.triggerEvent('change', { value });
    });
    registerField(host, { component, value: rows, reset: () => setOwn(component, { value: [] }) });
    const show = (): void => {
      const { value } = dataOf<PickerViewData>(component);
      host.style.setProperty('--phone-picker-height', `${host.clientHeight}px`);
      const height = indicator.offsetHeight || ROW_PX;
      host.style.setProperty('--phone-picker-row', `${height}px`);
      columnsOf(host).forEach((column, index) => showRow(column, value[index] ?? 0));
    };
    // Rows come and go with the page's data; the row shown stays.
    new MutationObserver(() => requestAnimationFrame(show)).observe(host, { childList: true, subtree: true });
    return () => {
      indicator.setAttribute('style', resolveLengths(dataOf<PickerViewData>(component).indicatorStyle ?? ''));
      requestAnimationFrame(show);
    };
  },
};
