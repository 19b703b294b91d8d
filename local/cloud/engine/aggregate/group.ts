import { compileExpression, type Variables } from '../../expressions';
import { ACCUMULATORS, type Accumulator } from '../../expressions/accumulate';
import { badRequest } from '../../gateway/errors';
import { compareValues } from '../../values/compare';
import { encodeValue } from '../../values/encode';
import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../../values/value';
import { requireDocument, type StageRunner } from './stage';

interface Field {
  readonly name: string;
  readonly start: () => Accumulator;
  readonly evaluate: (document: Document) => Value | undefined;
}

const fieldOf = (name: string, value: Value, variables: Variables): Field => {
  const [entry, ...others] = isDocument(value) ? entriesOf(value) : [];
  if (!entry?.[0].startsWith('$')) throw badRequest(`The field '${name}' must be an accumulator object`);
  if (others.length > 0) throw badRequest(`The field '${name}' must specify one accumulator`);
  if (name.includes('.')) throw badRequest(`The field name '${name}' cannot contain '.'`);
  const [operator, operand] = entry;
  const start = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (!start) throw badRequest(`unknown group operator '${operator}'`);
  return { name, start, evaluate: compileExpression(operand, variables) };
};

/**
 * The documents by the key of each, in the order in which keys come first; of a document only what its group's
 * accumulators keep stays in memory.
 */
export const groupBy = (
  documents: Iterable<Document>,
  keyOf: (document: Document) => Value,
  output: readonly (readonly [string, Value])[],
  variables: Variables,
): Document[] => {
  const fields = output.map(([name, value]) => fieldOf(name, value, variables));
  const groups = new Map<string, { key: Value; accumulators: Accumulator[] }>();
  for (const document of documents) {
    const key = keyOf(document);
    const code = encodeValue(key).toString('latin1');
    const group = groups.get(code) ?? { key, accumulators: fields.map(({ start }) => start()) };
    groups.set(code, group);
    fields.forEach(({ evaluate }, position) => group.accumulators[position]?.add(evaluate(document)));
  }
  return [...groups.values()].map(({ key, accumulators }) => {
    const result = emptyDocument();
    result['_id'] = key;
    fields.forEach(({ name }, position) => {
      result[name] = accumulators[position]?.result() ?? null;
    });
    return result;
  });
};

const countOne = (): Document => {
  const operator = emptyDocument();
  operator['$sum'] = 1;
  return operator;
};

/** What a stage gives of each group when nothing is asked for. */
export const COUNT_ONLY: readonly (readonly [string, Value])[] = [['count', countOne()]];

export const group: StageRunner = (documents, value, { variables }) => {
  const fields = requireDocument(value, '$group');
  const id = fields['_id'];
  if (id === undefined) throw badRequest('a group specification must include an _id');
  const evaluate = compileExpression(id, variables);
  const output = entriesOf(fields).filter(([name]) => name !== '_id');
  return groupBy(documents, (document) => evaluate(document) ?? null, output, variables);
};

/** Largest count first. */
export const sortByCount: StageRunner = (documents, value, { variables }) => {
  const evaluate = compileExpression(value, variables);
  const groups = groupBy(documents, (document) => evaluate(document) ?? null, COUNT_ONLY, variables);
  return groups.sort((a, b) => compareValues(b['count'], a['count']));
};
