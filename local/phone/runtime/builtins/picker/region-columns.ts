import { divisions } from '../../../../../data/catalogue.json';
import type { Columns } from './list-columns';
import type { PickerData } from './picker';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

const LEVELS: Readonly<Record<string, number>> = { province: 1, city: 2, region: 3 };

/** The province's own divisions stand for WeChat's list of the whole country. */
const childrenOf = (parent: string | null): readonly Division[] =>
  (divisions as readonly Division[]).filter((division) => division.parent === parent);

/** value: names; code: GB/T 2260; a column without divisions holds the custom item or nothing. */
export const regionColumns = ({ value, level, customItem }: PickerData): Columns => {
  const names = Array.isArray(value) ? (value as string[]) : [];
  const depth = LEVELS[level] ?? 3;
  const build = (wanted: readonly (string | undefined)[]): Columns => {
    const lists: (readonly Division[])[] = [];
    const rows: number[] = [];
    let parent: string | null = null;
    for (let column = 0; column < depth; column += 1) {
      const custom = customItem ? [{ code: '', name: customItem, parent }] : [];
      const found: readonly Division[] = column > 0 && !parent ? [] : childrenOf(parent);
      const list: readonly Division[] = [...custom, ...found];
      const row = Math.max(
        0,
        list.findIndex(({ name }) => name === wanted[column]),
      );
      lists.push(list);
      rows.push(row);
      parent = list[row]?.code ?? '';
    }
    const chosen = (at: readonly number[]): (Division | undefined)[] =>
      lists.map((list, column) => list[at[column] ?? 0]);
    return {
      labels: lists.map((list) => list.map(({ name }) => name)),
      rows,
      after: (at) => build(chosen(at).map((division) => division?.name)),
      detail: (at) => {
        const divisionsChosen = chosen(at);
        const code = divisionsChosen.map((division) => division?.code ?? '');
        return {
          value: divisionsChosen.map((division) => division?.name ?? ''),
          code,
          postcode: '',
        };
      },
    };
  };
  return build(names);
};
