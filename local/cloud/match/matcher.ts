import { evaluate, isTrue, type Variables } from '../expressions';
import { requestFailed } from '../gateway/errors';
import { splitPath, valuesAt } from '../values/path';
import { entriesOf, isDocument, Pattern, type Document, type Value } from '../values/value';
import { equality } from './operators/eq';
import { OPERATORS } from './operators';

/** Whether a document answers the query. */
export type Predicate = (document: Document) => boolean;
/** Whether what a path reached (arrays not opened, `undefined` = missing) answers a condition. */
export type FieldTest = (reached: readonly (Value | undefined)[]) => boolean;

const LOGIC: Readonly<Record<string, (predicates: readonly Predicate[]) => Predicate>> = {
  $and: (predicates) => (document) => predicates.every((matches) => matches(document)),
  $or: (predicates) => (document) => predicates.some((matches) => matches(document)),
  $nor: (predicates) => (document) => !predicates.some((matches) => matches(document)),
};

const isOperatorObject = (value: Value): value is Document =>
  isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'));

/** The test for what stands at a path: operators together, or equality. */
export const compileCondition = (condition: Value): FieldTest => {
  if (condition instanceof Pattern) return operatorTest('$regex', condition, condition);
  if (!isOperatorObject(condition)) return equality(condition);
  const tests = entriesOf(condition).map(([operator, operand]) => operatorTest(operator, operand, condition));
  return (reached) => tests.every((test) => test(reached));
};

const operatorTest = (operator: string, operand: Value, siblings: Value): FieldTest => {
  const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!compile) throw requestFailed(`unknown operator: ${operator}`);
  return compile(operand, siblings, compileCondition, (query) => compileQuery(query));
};

const clause = (key: string, condition: Value, variables: Variables): Predicate => {
  // A field may be called constructor or __proto__.
  const logic = Object.hasOwn(LOGIC, key) ? LOGIC[key] : undefined;
  if (logic) {
    if (!Array.isArray(condition) || condition.length === 0)
      throw requestFailed(`${key} must be a nonempty array`);
    return logic(condition.map((part) => compileQuery(requireDocument(part, key), variables)));
  }
  if (key === '$expr') return (document) => isTrue(evaluate(condition, document, variables));
  if (key === '$jsonSchema') throw requestFailed('$jsonSchema is not supported by the local environment');
  if (key.startsWith('$')) throw requestFailed(`unknown top level operator: ${key}`);
  const path = splitPath(key);
  const test = compileCondition(condition);
  return (document) => test(valuesAt(document, path));
};

const requireDocument = (value: Value, where: string): Document => {
  if (!isDocument(value)) throw requestFailed(`${where} entries need to be full objects`);
  return value;
};

/**
 * The predicate of a query as MongoDB understands it.
 * @param variables what `$$name` stands for in an `$expr`
 * @throws WireError for an operator or operand it does not know
 */
export const compileQuery = (query: Document, variables: Variables = {}): Predicate => {
  const clauses = entriesOf(query).map(([key, condition]) => clause(key, condition, variables));
  return (document) => clauses.every((matches) => matches(document));
};
