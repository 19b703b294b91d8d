import type { GeneralComponent } from 'glass-easel';
import { dataOf, setOwn, type Builtin } from '../support/define';
import { registerField } from '../support/fields';
import { dateColumns, timeColumns } from './date-columns';
import { regionColumns } from './region-columns';
import { listColumns, type Columns } from './list-columns';
import { openSheet } from './sheet';

export interface PickerData {
  readonly mode: string;
  readonly disabled: boolean;
  readonly headerText: string;
  readonly range: readonly unknown[];
  readonly rangeKey: string;
  readonly value: unknown;
  readonly start: string;
  readonly end: string;
  readonly fields: string;
  readonly level: string;
  readonly customItem: string;
}

/** The columns of each mode: what can be picked, and what a choice of rows is worth. */
const COLUMNS: Readonly<Record<string, (data: PickerData) => Columns>> = {
  selector: (data) => listColumns([data.range], data, ([row]) => ({ value: row ?? 0 })),
  multiSelector: (data) =>
    listColumns(data.range as readonly (readonly unknown[])[], data, (rows) => ({ value: rows })),
  time: timeColumns,
  date: dateColumns,
  region: regionColumns,
};

const open = async (component: GeneralComponent): Promise<void> => {
  const data = (): PickerData => dataOf<PickerData>(component);
  const columnsOf = COLUMNS[data().mode] ?? COLUMNS['selector'];
  if (!columnsOf || data().disabled) return;
  const rows = await openSheet({
    title: data().headerText,
    columns: () => columnsOf(data()),
    turn: (column, value) => {
      if (data().mode === 'multiSelector') component.triggerEvent('columnchange', { column, value });
    },
    onRedraw: (redraw) => redraws.set(component, redraw),
  });
  redraws.delete(component);
  if (!rows) {
    component.triggerEvent('cancel', {});
    return;
  }
  const detail = columnsOf(data()).detail(rows);
  setOwn(component, { value: detail['value'] });
  component.triggerEvent('change', detail);
};

/** Open sheets whose columns follow the page's data while a column is turned. */
const redraws = new WeakMap<GeneralComponent, () => void>();

export const picker: Builtin = {
  hasSlot: true,
  properties: {
    name: String,
    mode: { type: String, value: 'selector' },
    disabled: Boolean,
    headerText: String,
    range: { type: Array, value: [] },
    rangeKey: String,
    value: { type: null, value: 0 },
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    level: { type: String, value: 'region' },
    customItem: String,
  },
  create: (component, host) => {
    // A control for the browser too: a finger beside a button is the picker's, and keys open it.
    host.tabIndex = 0;
    host.addEventListener('keydown', (event) => {
      if (event.target === host && event.key === 'Enter') void open(component);
    });
    component.addListener('tap', () => void open(component));
    registerField(host, {
      component,
      value: () => dataOf<PickerData>(component).value,
      reset: () => setOwn(component, { value: dataOf<PickerData>(component).mode === 'selector' ? 0 : '' }),
    });
    return () => {
      host.setAttribute('aria-disabled', String(dataOf<PickerData>(component).disabled));
      redraws.get(component)?.();
    };
  },
};
