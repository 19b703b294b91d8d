/** An index as the project declares it, for this engine and for deployment alike. */
export interface DeclaredIndex {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 1 | -1 | '2dsphere'])[];
  readonly unique?: boolean;
}

export type DeclaredIndexes = Readonly<Record<string, readonly DeclaredIndex[]>>;

/** A field of an index: in an order, or by place. */
export type IndexField =
  | { readonly path: string; readonly kind: 'ordered'; readonly direction: 1 | -1 }
  | { readonly path: string; readonly kind: 'place'; readonly direction: 1 };

export interface EngineIndex {
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly isUnique: boolean;
}

export const engineIndex = ({ name, fields, unique }: DeclaredIndex): EngineIndex => ({
  name,
  fields: fields.map(([path, direction]) =>
    direction === '2dsphere' ? { path, kind: 'place', direction: 1 } : { path, kind: 'ordered', direction },
  ),
  // Places share a cell without being the same.
  isUnique: unique === true && fields.every(([, direction]) => direction !== '2dsphere'),
});
