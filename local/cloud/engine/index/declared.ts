/** An index as the project declares it, for this engine and for deployment alike. */
export interface DeclaredIndex {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 1 | -1 | '2dsphere'])[];
  readonly unique?: boolean;
}

export type DeclaredIndexes = Readonly<Record<string, readonly DeclaredIndex[]>>;

export interface OrderedIndex {
  readonly name: string;
  readonly fields: readonly { readonly path: string; readonly direction: 1 | -1 }[];
  readonly isUnique: boolean;
}

/** The part of an index that keeps an order; a 2dsphere field has none, and what stands behind it is not used. */
export const orderedPart = ({ name, fields, unique }: DeclaredIndex): OrderedIndex => {
  const ordered: { path: string; direction: 1 | -1 }[] = [];
  for (const [path, direction] of fields) {
    if (direction === '2dsphere') break;
    ordered.push({ path, direction });
  }
  return { name, fields: ordered, isUnique: unique === true && ordered.length === fields.length };
};
