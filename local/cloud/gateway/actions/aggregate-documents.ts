import { parseValue, stringify } from '../../values/ejson';
import { badRequest } from '../errors';
import { listOf, textOf, type Action } from '../action';

export const aggregateDocuments: Action = ({ database, now }, body) => {
  const stages = listOf(body, 'stages').map((stage) => {
    const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown };
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw badRequest('malformed stage');
    return { key: stageKey, value: parseValue(stageValue, now) };
  });
  return { data: { list: database.aggregate(textOf(body, 'collectionName'), stages).map(stringify) } };
};
