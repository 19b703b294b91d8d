import { textOf, type Action, queryOf } from '../action';

export const calculateDocument: Action = ({ database, now }, body) => ({
  data: { total: database.count(textOf(body, 'collectionName'), queryOf(body, now)) },
});
