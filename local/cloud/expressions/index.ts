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

/** The value of an expression for a document. @throws WireError when MongoDB would refuse it */
export const evaluate = (expression: Value, document: Document, variables: Variables = {}): Value =>
  asRequest(() => fromPlain(evalExpr(toPlain(document), toPlain(expression), optionsOf(variables) as never)));

export { isTrue } from './truth';

/** One stage of a pipeline by mingo. @throws WireError when MongoDB would refuse it */
export const runStage = (
  key: string,
  value: Value,
  documents: readonly Document[],
  variables: Variables = {},
): Document[] =>
  asRequest(() =>
    new Aggregator([{ [key]: toPlain(value) } as Plain], optionsOf(variables))
      .run(documents.map(toPlain) as Plain[])
      .map(documentFrom),
  );
