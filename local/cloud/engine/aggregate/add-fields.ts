import { compileExpression } from '../../expressions';
import { badRequest } from '../../gateway/errors';
import { entriesOf, isDocument, type Document, type Value } from '../../values/value';
import { withField } from './set-field';
import { requireDocument, type StageRunner } from './stage';

/** An object without operators names fields further down. */
const flattened = (fields: Document, prefix = ''): [string, Value][] =>
  entriesOf(fields).flatMap(([name, value]): [string, Value][] => {
    const isNested = isDocument(value) && Object.keys(value).length > 0;
    const isOperator = isNested && Object.keys(value).some((key) => key.startsWith('$'));
    return isNested && !isOperator ? flattened(value, `${prefix}${name}.`) : [[`${prefix}${name}`, value]];
  });

/** $addFields and $set: every expression sees the document as it came. */
export const addFields: StageRunner = (documents, value, { variables }) => {
  const fields = flattened(requireDocument(value, '$addFields')).map(([path, expression]) => ({
    path,
    evaluate: compileExpression(expression, variables),
  }));
  if (fields.length === 0) throw badRequest('$addFields specification must have at least one field');
  return (function* added(): Iterable<Document> {
    for (const document of documents) {
      const values = fields.map(({ path, evaluate }) => ({ path, computed: evaluate(document) }));
      yield values.reduce((changed, { path, computed }) => withField(changed, path, computed), document);
    }
  })();
};
