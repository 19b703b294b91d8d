import type * as v from 'valibot';
import { actions as evidence } from '../../cloudfunctions/evidence/actions';
import { actions as inspection } from '../../cloudfunctions/inspection/actions';
import { actions as project } from '../../cloudfunctions/project/actions';
import { actions as session } from '../../cloudfunctions/session/actions';
import { FIELD_LABELS } from '../../miniprogram/domain/field-labels';

interface Node {
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly pipe?: readonly Node[];
}

/** Every key that a schema knows, at any depth. */
const keysOf = (schema: Node): string[] => [
  ...Object.entries(schema.entries ?? {}).flatMap(([key, child]) => [key, ...keysOf(child)]),
  ...(schema.item ? keysOf(schema.item) : []),
  ...(schema.wrapped ? keysOf(schema.wrapped) : []),
  ...(schema.pipe?.[0] && schema.pipe[0] !== schema ? keysOf(schema.pipe[0]) : []),
];

const ACTIONS: Readonly<Record<string, Readonly<Record<string, { readonly input: v.GenericSchema }>>>> = {
  evidence,
  inspection,
  project,
  session,
};

test('whatever is refused is called by a Chinese name', () => {
  const keys = new Set(
    Object.values(ACTIONS).flatMap((actions) =>
      Object.values(actions).flatMap(({ input }) => keysOf(input as unknown as Node)),
    ),
  );
  expect(keys).toContain('takenAt');
  expect(keys).toContain('knownVersion');
  expect([...keys, ''].filter((key) => !/^[\u4e00-\u9fff]+$/.test(FIELD_LABELS[key] ?? ''))).toEqual([]);
});
