import type { Document, Value } from '../../values/value';

/** Changes the document in place at the path. @throws WireError when it cannot; the document is then thrown away */
export type UpdateOperator = (document: Document, path: string, operand: Value) => void;
