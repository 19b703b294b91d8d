import { stringify } from '../../values/ejson';
import { documentOf, optionalText, queryOf, textOf, type Action } from '../action';

/** Changes one document that answers and gives it back as it is afterwards. */
export const modifyAndReturnDoc: Action = async ({ database, now }, body) => {
  const { updated, documents } = await database.modify(
    {
      collection: textOf(body, 'collectionName'),
      query: queryOf(body, now),
      data: documentOf(body, 'data', now),
      multi: false,
      merge: true,
      upsert: false,
    },
    optionalText(body, 'transactionId'),
  );
  const [document] = documents;
  return { data: { updated, doc: document ? stringify(document) : null } };
};
