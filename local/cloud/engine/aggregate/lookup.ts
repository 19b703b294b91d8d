import { compileExpression } from '../../expressions';
import { badRequest } from '../../gateway/errors';
import { compileQuery } from '../../match/matcher';
import { splitPath, valuesAt } from '../../values/path';
import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../../values/value';
import { answering } from '../find';
import { withField } from './set-field';
import { requireDocument, stagesOf, type StageRunner, type Surroundings } from './stage';

/** What a document offers for the join: of a list each element; nothing is null. */
const localValues = (document: Document, path: string): Value[] =>
  valuesAt(document, splitPath(path)).flatMap((value) => (Array.isArray(value) ? value : [value ?? null]));

type Ask = (query: Document, variables: Surroundings['variables']) => Iterable<Document>;

/** Questions to the other collection: by an index where one helps, otherwise of all its documents, read once. */
const asker = (collection: string, { reader, cost }: Surroundings): Ask => {
  let everything: Document[] | undefined;
  return (query, variables) => {
    const { index } = reader.candidates(collection, query, undefined);
    if (index !== null) return answering(reader, { collection, query, variables }, cost);
    everything ??= [...answering(reader, { collection, query: emptyDocument() }, cost)];
    return everything.filter(compileQuery(query, variables));
  };
};

/** $lookup by equality, by a pipeline with `let`, or by both. */
export const lookup: StageRunner = (documents, value, around) => {
  const { from, localField, foreignField, as, pipeline, let: letting } = requireDocument(value, '$lookup');
  if (typeof from !== 'string') throw badRequest('$lookup needs from');
  const isEquality = typeof localField === 'string' && typeof foreignField === 'string';
  if (typeof as !== 'string' || (!isEquality && !Array.isArray(pipeline))) {
    throw badRequest('$lookup needs as, and either localField and foreignField or a pipeline');
  }
  const bound = (isDocument(letting) ? entriesOf(letting) : []).map(
    ([name, expression]) => [name, compileExpression(expression, around.variables)] as const,
  );
  const stages = pipeline === undefined ? [] : stagesOf(pipeline);
  const [first, ...others] = stages;
  const ask = asker(from, around);
  // A collection that is not there is told even when no document asks.
  around.reader.candidates(from, emptyDocument(), undefined);

  const joinedOf = (document: Document): Iterable<Document> => {
    const variables = {
      ...around.variables,
      ...Object.fromEntries(bound.map(([name, evaluate]) => [name, evaluate(document) ?? null])),
    };
    if (isEquality) {
      const condition = emptyDocument();
      condition[foreignField] = { $in: localValues(document, localField) } as Document;
      return around.run(ask(condition, variables), stages, variables);
    }
    if (first?.key !== '$match') return around.run(ask(emptyDocument(), variables), stages, variables);
    return around.run(ask(requireDocument(first.value, '$match'), variables), others, variables);
  };
  return (function* joined(): Iterable<Document> {
    for (const document of documents) yield withField(document, as, [...joinedOf(document)]);
  })();
};
