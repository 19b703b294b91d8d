import { parseDocument } from '../../values/ejson';
import { badRequest } from '../errors';
import { listOf, optionalText, textOf, type Action } from '../action';

export const insertDocument: Action = async ({ database, now }, body) => {
  const documents = listOf(body, 'data').map((text) => {
    if (typeof text !== 'string') throw badRequest('data must hold EJSON strings');
    return parseDocument(text, now);
  });
  const insertedIds = await database.insert(
    textOf(body, 'collectionName'),
    documents,
    optionalText(body, 'transactionId'),
  );
  return { data: { insertedIds } };
};
