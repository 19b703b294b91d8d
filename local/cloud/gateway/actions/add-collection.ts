import { badRequest, WireError } from '../errors';
import { textOf, type Action } from '../action';

/** The service's bound on an environment. */
const MAX_COLLECTIONS = 100;
const NAME = /^[a-zA-Z][\w-]{0,63}$/;

export const addCollection: Action = ({ database }, body) => {
  const name = textOf(body, 'collectionName');
  if (!NAME.test(name)) throw badRequest(`invalid collection name: ${name}`);
  const names = database.collections();
  if (names.length >= MAX_COLLECTIONS && !names.includes(name)) {
    throw new WireError('DATABASE_COLLECTION_EXCEED_LIMIT', `at most ${MAX_COLLECTIONS} collections`);
  }
  database.createCollection(name);
  return {};
};
