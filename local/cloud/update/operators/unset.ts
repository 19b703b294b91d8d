import { locate } from '../location';
import type { UpdateOperator } from './types';

export const unset: UpdateOperator = (document, path) => {
  locate(document, path, false)?.unset();
};
