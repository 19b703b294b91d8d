import { badRequest } from '../../gateway/errors';
import { evaluate, type Variables } from '../../expressions';
import { compileQuery } from '../../match/matcher';
import { splitPath, valuesAt } from '../../values/path';
import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../../values/value';

export type RunPipeline = (documents: Document[], stages: Value[], variables: Variables) => Document[];

/** What a document offers for the join: of a list each element; nothing is null. */
const localValues = (document: Document, path: string): Value[] =>
  valuesAt(document, splitPath(path)).flatMap((value) => (Array.isArray(value) ? value : [value ?? null]));

/**
 * $lookup by equality, by a pipeline with `let`, or by both.
 * @param foreign the documents of the other collection
 */
export const lookup = (
  documents: readonly Document[],
  value: Document,
  foreign: readonly Document[],
  runPipeline: RunPipeline,
): Document[] => {
  const { localField, foreignField, as, pipeline } = value;
  const bound = isDocument(value['let']) ? entriesOf(value['let']) : [];
  const isEquality = typeof localField === 'string' && typeof foreignField === 'string';
  if (typeof as !== 'string' || (!isEquality && !Array.isArray(pipeline))) {
    throw badRequest('$lookup needs as, and either localField and foreignField or a pipeline');
  }
  return documents.map((document) => {
    let joined = [...foreign];
    if (isEquality) {
      const condition = emptyDocument();
      condition[foreignField] = { $in: localValues(document, localField) } as Document;
      joined = joined.filter(compileQuery(condition));
    }
    if (Array.isArray(pipeline)) {
      const variables = bound.map(([name, expression]) => [name, evaluate(expression, document)] as const);
      joined = runPipeline(joined, pipeline, Object.fromEntries(variables));
    }
    const copy = emptyDocument();
    for (const [name, child] of entriesOf(document)) copy[name] = child;
    copy[as] = joined;
    return copy;
  });
};
