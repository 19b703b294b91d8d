import { requestFailed } from '../../gateway/errors';
import { isDocument, Pattern } from '../../values/value';
import type { Operator } from './types';

export const not: Operator = (operand, _, compileCondition) => {
  if (!isDocument(operand) && !(operand instanceof Pattern)) {
    throw requestFailed('$not needs a regex or a document');
  }
  const test = compileCondition(operand);
  return (reached) => !test(reached);
};
