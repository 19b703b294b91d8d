import { textOf, type Action } from '../action';

/** The id stands at the top of the answer, not in its data. */
export const startTransaction: Action = ({ database }) => ({ transactionId: database.startTransaction() });

export const commitTransaction: Action = ({ database }, body) => {
  database.commit(textOf(body, 'transactionId'));
  return {};
};

export const abortTransaction: Action = ({ database }, body) => {
  database.abort(textOf(body, 'transactionId'));
  return {};
};
