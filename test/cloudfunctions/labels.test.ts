import type * as v from 'valibot';
import { actions as inspection } from '../../cloudfunctions/inspection/actions';
import { actions as project } from '../../cloudfunctions/project/actions';
import { actions as session } from '../../cloudfunctions/session/actions';
import { parseInput } from '../../cloudfunctions/_shared/parse-input';
import { DomainError } from '../../miniprogram/domain/errors';
import { labelOf } from '../../miniprogram/domain/field-labels';

/** A schema as far as it holds others. */
interface Part {
  readonly entries?: Readonly<Record<string, Part>>;
  readonly item?: Part;
  readonly wrapped?: Part;
}

/** Every key that stands in the schema, each with the one around it. */
const keysOf = (part: Part, parent = ''): [key: string, parent: string][] => [
  ...Object.entries(part.entries ?? {}).flatMap(([key, inner]): [string, string][] => [
    [key, parent],
    ...keysOf(inner, key),
  ]),
  ...(part.item ? keysOf(part.item, parent) : []),
  ...(part.wrapped ? keysOf(part.wrapped, parent) : []),
];

const INPUTS = Object.entries({ session, project, inspection }).flatMap(([name, actions]) =>
  Object.entries(actions).map(
    ([action, { input }]) => [`${name}.${action}`, input as v.GenericSchema] as const,
  ),
);

const sentenceOf = (input: v.GenericSchema, data: unknown): string => {
  try {
    parseInput(input, data);
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
  return 'accepted';
};

test('the walk finds keys in lists, in what may be null, and in both', () => {
  const keys = INPUTS.flatMap(([, input]) => keysOf(input as unknown as Part).map(([key]) => key));
  expect(keys).toEqual(expect.arrayContaining(['code', 'takenAt', 'supplement', 'fileID', 'key', 'id']));
});

describe.each(INPUTS)('%s', (_, input) => {
  test('every key has a Chinese label', () => {
    for (const [key, parent] of keysOf(input as unknown as Part)) {
      expect([key, labelOf(key, parent)]).toEqual([key, expect.stringMatching(/^[\u4e00-\u9fff]+$/)]);
    }
  });

  test.each([
    ['nothing', undefined, '缺少提交内容，请填写'],
    ['null', null, '缺少提交内容，请填写'],
    ['a text', 'x', '提交内容格式不对，请重新填写'],
  ])('%s instead of an object is refused with what it is', (__, data, sentence) => {
    expect(sentenceOf(input, data)).toBe(sentence);
  });
});

test.each([
  ['scope', project.list.input, { keyword: '', scope: 'mine', cursor: null }, '列表范围格式不对，请重新填写'],
  ['knownVersion', inspection.catalogue.input, { knownVersion: 7 }, '目录版本格式不对，请重新填写'],
  [
    'cursor.key',
    inspection.listSent.input,
    { tab: 'rejected', cursor: { key: 7, id: 'x' } },
    '翻页位置格式不对，请重新填写',
  ],
  ['cursor.id', inspection.listSent.input, { tab: 'rejected', cursor: { key: 'x' } }, '缺少翻页位置，请填写'],
])('%s is named in Chinese', (_, input, data, sentence) => {
  expect(sentenceOf(input, data)).toBe(sentence);
});
