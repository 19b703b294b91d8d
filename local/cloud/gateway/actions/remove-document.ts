import { optionalText, textOf, type Action, queryOf } from '../action';

export const removeDocument: Action = async ({ database, now }, body) => {
  const deleted = await database.remove(
    {
      collection: textOf(body, 'collectionName'),
      query: queryOf(body, now),
      multi: body['multi'] === true,
    },
    optionalText(body, 'transactionId'),
  );
  return { data: { deleted } };
};
