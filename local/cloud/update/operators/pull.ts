import { compileCondition, compileQuery } from '../../match/matcher';
import { isDocument, Pattern, type Value } from '../../values/value';
import { equalValues } from '../../values/compare';
import { presentArrayAt } from './array';
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
  const items = presentArrayAt(document, path, '$pull');
  if (!items) return;
  const isRemoved = removes(operand);
  items.splice(0, items.length, ...items.filter((item) => !isRemoved(item)));
};
