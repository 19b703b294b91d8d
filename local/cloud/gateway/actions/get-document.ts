import { stringify } from '../../values/ejson';
import { optionalCount, optionalDocument, optionalText, textOf, type Action, queryOf } from '../action';

export const getDocument: Action = ({ database, now }, body) => {
  const documents = database.find(
    {
      collection: textOf(body, 'collectionName'),
      query: queryOf(body, now),
      order: optionalDocument(body, 'order', now),
      skip: optionalCount(body, 'offset'),
      limit: optionalCount(body, 'limit'),
      projection: optionalDocument(body, 'projection', now),
    },
    optionalText(body, 'transactionId'),
  );
  return { data: { list: documents.map(stringify) } };
};
