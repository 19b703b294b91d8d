import { decode, stringify } from '../../values/ejson';
import { badRequest } from '../errors';
import { listOf, textOf, type Action } from '../action';

export const aggregateDocuments: Action = ({ database, now }, body) => {
  const stages = listOf(body, 'stages').map((stage) => {
    const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown };
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw badRequest('malformed stage');
    try {
      return { key: stageKey, value: decode(JSON.parse(stageValue) as Parameters<typeof decode>[0], now) };
    } catch (error) {
      throw error instanceof SyntaxError ? badRequest('malformed stage') : error;
    }
  });
  return { data: { list: database.aggregate(textOf(body, 'collectionName'), stages).map(stringify) } };
};
