import { runStage, type Variables } from '../../expressions';
import { emptyDocument, type Document } from '../../values/value';
import { answering, noCost } from '../find';
import type { Reader } from '../reader';
import { compileSort, firstInOrder } from '../sort';
import { geoNear } from './geo-near';
import { requireCount, requireDocument, type Stage, type Surroundings } from './stage';
import { STAGES } from './stages';

export type { Stage } from './stage';

/** How many documents of an order the stages behind it look at: what $skip and $limit add up to. */
const mostWanted = (stages: readonly Stage[]): number => {
  let skipped = 0;
  for (const { key, value } of stages) {
    if (key === '$limit') return skipped + requireCount(value, key, 1);
    if (key !== '$skip') break;
    skipped += requireCount(value, key);
  }
  return Infinity;
};

const runStages = (
  documents: Iterable<Document>,
  stages: readonly Stage[],
  around: Omit<Surroundings, 'run'>,
): Iterable<Document> => {
  const surroundings: Surroundings = {
    ...around,
    run: (inner, innerStages, variables) => runStages(inner, innerStages, { ...around, variables }),
  };
  return stages.reduce((found, { key, value }, position) => {
    if (key === '$sort') {
      const compare = compileSort(requireDocument(value, key));
      return firstInOrder(found, compare, mostWanted(stages.slice(position + 1)));
    }
    const own = Object.hasOwn(STAGES, key) ? STAGES[key] : undefined;
    return own ? own(found, value, surroundings) : runStage(key, value, found, around.variables);
  }, documents);
};

/**
 * Runs the stages one after the other, documents passing through them one by one where the stages allow. What stands
 * at the beginning – $geoNear, or $match and $sort – is answered by an index where one helps.
 */
export const aggregate = (reader: Reader, collection: string, stages: readonly Stage[]): Document[] => {
  const cost = noCost();
  const variables: Variables = {};
  const around = { reader, variables, cost };
  const [first, ...others] = stages;
  if (first?.key === '$geoNear') {
    return [...runStages(geoNear(reader, collection, first.value, cost), others, around)];
  }
  const query = first?.key === '$match' ? requireDocument(first.value, '$match') : emptyDocument();
  const unmatched = first?.key === '$match' ? others : stages;
  const [next, ...unsorted] = unmatched;
  const order = next?.key === '$sort' ? requireDocument(next.value, '$sort') : undefined;
  const rest = order ? unsorted : unmatched;
  const question = { collection, query, order, most: order ? mostWanted(rest) : undefined };
  return [...runStages(answering(reader, question, cost), rest, around)];
};
