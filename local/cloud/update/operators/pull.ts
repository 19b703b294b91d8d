import { compileCondition, compileQuery } from '../../match/matcher';
import { isDocument, Pattern, type Value } from '../../values/value';
import { equalValues } from '../../values/compare';
import { retain } from './array';
import type { UpdateOperator } from './types';

const removes = (operand: Value): ((item: Value) => boolean) => {
  if (operand instanceof Pattern) {
    const test = compileCondition(operand);
    return (item) => test([item]);
  }
  if (!isDocument(operand)) return (item) => equalValues(item, operand);
  const isCondition = Object.keys(operand).some((key) => key.startsWith('$'));
  if (isCondition) {
    const test = compileCondition(operand);
    return (item) => test([item]);
  }
  const matches = compileQuery(operand);
  return (item) => isDocument(item) && matches(item);
};

export const pull: UpdateOperator = (document, path, operand) => {
  const isRemoved = removes(operand);
  retain(document, path, '$pull', (item) => !isRemoved(item));
};
