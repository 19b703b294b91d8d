import { documentOf, queryOf, optionalText, textOf, type Action } from '../action';

export const modifyDocument: Action = async ({ database, now }, body) => {
  const { updated, upsertId } = await database.modify(
    {
      collection: textOf(body, 'collectionName'),
      query: queryOf(body, now),
      data: documentOf(body, 'data', now),
      multi: body['multi'] === true,
      merge: body['merge'] === true,
      upsert: body['upsert'] === true,
    },
    optionalText(body, 'transactionId'),
  );
  return { data: { updated, upsert_id: upsertId ?? null } };
};
