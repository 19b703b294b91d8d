import { badRequest } from '../errors';
import { textOf, type Action } from '../action';

const NAME = /^[a-zA-Z][\w-]{0,63}$/;

export const addCollection: Action = ({ database }, body) => {
  const name = textOf(body, 'collectionName');
  if (!NAME.test(name)) throw badRequest(`invalid collection name: ${name}`);
  database.createCollection(name);
  return {};
};
