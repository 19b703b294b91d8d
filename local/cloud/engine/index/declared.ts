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

/** The one every collection has; a second document with one _id is refused before. */
export const ID_INDEX: EngineIndex = {
  name: '_id_',
  fields: [{ path: '_id', kind: 'ordered', direction: 1 }],
  isUnique: false,
};

/** The service's bounds (云开发数据库, 索引; 使用限制). */
const MAX_INDEXES = 100;
const MAX_FIELDS = 31;

/** @throws Error in Chinese for indexes the service would not make */
export const requireIndexes = (declared: DeclaredIndexes): void => {
  for (const [collection, indexes] of Object.entries(declared)) {
    if (indexes.length > MAX_INDEXES) throw new Error(`集合 ${collection} 的索引超过 ${MAX_INDEXES} 个`);
    const names = new Set(indexes.map(({ name }) => name));
    if (names.has(ID_INDEX.name))
      throw new Error(`集合 ${collection} 的索引不能叫 ${ID_INDEX.name}，它本来就有`);
    if (names.size < indexes.length) throw new Error(`集合 ${collection} 有同名的索引`);
    for (const { name, fields } of indexes) {
      if (fields.length === 0 || fields.length > MAX_FIELDS) {
        throw new Error(`索引 ${collection}.${name} 应有 1 至 ${MAX_FIELDS} 个字段`);
      }
    }
  }
};

const engineIndex = ({ name, fields, unique }: DeclaredIndex): EngineIndex => ({
  name,
  fields: fields.map(([path, direction]) =>
    direction === '2dsphere' ? { path, kind: 'place', direction: 1 } : { path, kind: 'ordered', direction },
  ),
  // Places share a cell without being the same.
  isUnique: unique === true && fields.every(([, direction]) => direction !== '2dsphere'),
});

/** Every index of a collection, the one of _id first. */
export const indexesOf = (declared: DeclaredIndexes, collection: string): readonly EngineIndex[] => [
  ID_INDEX,
  ...(Object.hasOwn(declared, collection) ? (declared[collection] ?? []) : []).map(engineIndex),
];
