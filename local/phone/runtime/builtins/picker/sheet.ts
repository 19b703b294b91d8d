import { made, shell } from '../../shell/shell';
import { bindWheel } from '../support/wheel';
import type { Columns } from './list-columns';

const ROW_PX = 34;

export interface SheetOptions {
  readonly title: string;
  readonly columns: () => Columns;
  /** A column was turned to a row. */
  readonly turn: (column: number, row: number) => void;
  /** Handed what draws the columns anew when the page's data changed. */
  readonly onRedraw: (redraw: () => void) => void;
}

/** WeChat's wheels at the foot of the screen. @returns the rows confirmed, undefined when cancelled */
export const openSheet = (options: SheetOptions): Promise<readonly number[] | undefined> =>
  new Promise((resolve) => {
    let columns = options.columns();
    let rows = [...columns.rows];
    const mask = made('mask mask-bottom');
    const sheet = made('sheet picker');
    sheet.setAttribute('role', 'dialog');
    sheet.setAttribute('aria-label', options.title || '选择');
    const close = (answer: readonly number[] | undefined): void => {
      mask.remove();
      resolve(answer);
    };
    const head = made('picker-head');
    const button = (text: string, className: string, onClick: () => void): void => {
      const node = made(className, text, 'button');
      node.addEventListener('click', onClick);
      head.append(node);
    };
    button('取消', 'picker-cancel', () => close(undefined));
    head.append(made('picker-title', options.title));
    button('确定', 'picker-confirm', () => close(rows));
    const wheels = made('wheels');

    const draw = (): void => {
      wheels.replaceChildren(...columns.labels.map((labels, column) => wheelOf(labels, column)));
      wheels.querySelectorAll<HTMLElement>('.phone-wheel').forEach((wheel, column) => {
        wheel.scrollTop = (rows[column] ?? 0) * ROW_PX;
      });
    };
    const turned = (column: number, row: number): void => {
      if (rows[column] === row) return;
      rows = rows.map((old, index) => (index === column ? row : old));
      if (columns.after) {
        columns = columns.after(rows);
        rows = [...columns.rows];
      }
      draw();
      options.turn(column, row);
    };
    const wheelOf = (labels: readonly string[], column: number): HTMLElement => {
      const wheel = made('wheel');
      wheel.setAttribute('role', 'listbox');
      wheel.append(
        ...labels.map((label, row) => {
          const item = document.createElement('div');
          item.textContent = label;
          item.setAttribute('role', 'option');
          item.setAttribute('aria-selected', String(row === rows[column]));
          return item;
        }),
      );
      bindWheel(wheel, {
        rowHeight: () => ROW_PX,
        count: () => labels.length,
        settle: (row) => turned(column, row),
      });
      return wheel;
    };
    options.onRedraw(() => {
      columns = options.columns();
      rows = columns.labels.map((labels, index) =>
        Math.min(rows[index] ?? 0, Math.max(0, labels.length - 1)),
      );
      draw();
    });
    mask.addEventListener('click', (event) => {
      if (event.target === mask) close(undefined);
    });
    sheet.append(head, wheels);
    mask.append(sheet);
    shell.layer.append(mask);
    draw();
  });
