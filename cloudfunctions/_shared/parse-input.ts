import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import { labelOf } from '../../miniprogram/domain/field-labels';

/** The innermost named field of an issue's path: what the person knows it by. */
const fieldOf = (issue: v.BaseIssue<unknown>): string => {
  const keys = (issue.path ?? []).map((item) => item.key).filter((key) => typeof key === 'string');
  return keys[keys.length - 1] ?? '';
};

const refusalOf = (issue: v.BaseIssue<unknown>): DomainError => {
  const name = fieldOf(issue);
  const field = labelOf(name);
  const details = { field, name };
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return new DomainError('input.unknownField', details);
  }
  // A key that is absent is reported by its object; one that is there and null or undefined by its own schema.
  const isAbsent = issue.input === undefined || issue.input === null;
  if (isAbsent) return new DomainError('input.missing', details);
  if (issue.type === 'max_length') {
    const unit = Array.isArray(issue.input) ? '项' : '字';
    return new DomainError('input.tooLong', { ...details, max: `${String(issue.requirement)} ${unit}` });
  }
  if (issue.type === 'min_length' || issue.type === 'non_empty') {
    return new DomainError('input.empty', details);
  }
  if (issue.type === 'check_items') return new DomainError('input.repeated', details);
  return new DomainError('input.malformed', details);
};

/**
 * The input as the schema describes it, unknown keys refused.
 * @throws DomainError input.* naming the first field that is wrong, by its Chinese label
 */
export const parseInput = <S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> => {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  throw refusalOf(result.issues[0]);
};
