import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr } from 'mingo/core';
import * as mingoAccumulators from 'mingo/operators/accumulator';
import * as mingoExpressions from 'mingo/operators/expression';
import * as mingoStages from 'mingo/operators/pipeline';
import * as mingoProjections from 'mingo/operators/projection';
import * as mingoQueries from 'mingo/operators/query';
import { requestFailed } from '../gateway/errors';
import type { Document, Value } from '../values/value';
import { accumulators } from './accumulators';
import { comparisons } from './comparison';
import { dates } from './dates';
import { others } from './others';
import { documentFrom, fromPlain, toPlain, type Plain } from './plain';

type Operators = NonNullable<Parameters<typeof Context.init>[0]>;

/** mingo's operators, with ours where it answers otherwise than MongoDB (each table says in what). */
const context = Context.init({
  expression: { ...mingoExpressions, ...comparisons, ...dates, ...others } as Operators['expression'],
  accumulator: { ...mingoAccumulators, ...accumulators } as Operators['accumulator'],
  pipeline: mingoStages,
  projection: mingoProjections,
  query: mingoQueries,
} as Operators);

/** What `$$name` stands for inside a joined pipeline. */
export type Variables = Readonly<Record<string, Value>>;

const optionsOf = (variables: Variables) => ({
  context,
  variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, toPlain(value)])),
  /** No code in a query: $function and $accumulator are refused. */
  scriptEnabled: false,
});

/** mingo's own errors are the request's fault. */
const asRequest = <T>(run: () => T): T => {
  try {
    return run();
  } catch (error) {
    throw error instanceof Error && error.name !== 'WireError' ? requestFailed(error.message) : error;
  }
};

/** A field at the top of a document. */
const FIELD = /^\$([^$.]+)$/;

/**
 * An expression, ready for one document after the other.
 * @returns its value; undefined where it leads to a field that is missing. @throws WireError when MongoDB would refuse it
 */
export const compileExpression = (
  expression: Value,
  variables: Variables = {},
): ((document: Document) => Value | undefined) => {
  // The two that most groups are made of, without the way through mingo.
  const [, field] = typeof expression === 'string' ? (FIELD.exec(expression) ?? []) : [];
  if (field !== undefined) {
    return (document) => (Object.hasOwn(document, field) ? document[field] : undefined);
  }
  if (typeof expression === 'number' || typeof expression === 'boolean' || expression === null) {
    return () => expression;
  }
  const plain = toPlain(expression);
  const options = optionsOf(variables) as never;
  return (document) =>
    asRequest(() => {
      const value: unknown = evalExpr(toPlain(document), plain, options);
      return value === undefined ? undefined : fromPlain(value);
    });
};

/** The value of an expression for a document, null for what is missing. @throws WireError when MongoDB would refuse it */
export const evaluate = (expression: Value, document: Document, variables: Variables = {}): Value =>
  compileExpression(expression, variables)(document) ?? null;

export { isTrue } from './truth';

/** One stage of a pipeline by mingo, lazily where it is. @throws WireError when MongoDB would refuse it */
export const runStage = (
  key: string,
  value: Value,
  documents: Iterable<Document>,
  variables: Variables = {},
): Iterable<Document> => {
  const plain = function* plain(): Iterable<Plain> {
    for (const document of documents) yield toPlain(document) as Plain;
  };
  const results = asRequest(() =>
    new Aggregator([{ [key]: toPlain(value) } as Plain], optionsOf(variables)).stream(plain() as never),
  );
  return (function* stage(): Iterable<Document> {
    for (;;) {
      const next = asRequest(() => results.next() as { done?: boolean; value?: unknown });
      if (next.done) return;
      yield documentFrom(next.value);
    }
  })();
};
