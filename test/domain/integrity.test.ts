import { createHash } from 'node:crypto';
import { canonicalJson } from '../../miniprogram/domain/integrity/canonical-json';
import { recordIdOf } from '../../miniprogram/domain/integrity/command';
import {
  chainEvent,
  firstBrokenLink,
  type ChainedEvent,
} from '../../miniprogram/domain/integrity/event-chain';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const body = (kind: string) => ({
  kind,
  at: '2026-11-23T02:00:00.000Z',
  by: { personId: 'p1', name: '陈海生' },
  requestId: 'r1',
  commandHash: 'c1',
  data: { reason: '补拍' },
});

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, '质安'] }, '{"a":[true,null,"质安"],"b":1}'],
    [{ é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
    [[1.0, -0, 1e21, 0.1], '[1,0,1e+21,0.1]'],
    ['"\\\n\u0001', '"\\"\\\\\\n\\u0001"'],
    [{}, '{}'],
  ])('%j', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test.each([[undefined], [Number.NaN], [Infinity], [{ a: undefined }], [() => 1], [10n]])(
    'refuses %p rather than guess',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe('the chain of events', () => {
  const first = chainEvent([], body('submitted'), sha256);
  const second = chainEvent([first], body('approved'), sha256);

  test('begins at zeros and hashes previous hash and canonical event', () => {
    expect(first.previousHash).toBe('0'.repeat(64));
    // sha256 of 64 zeros followed by the event's canonical JSON, worked out with sha256sum.
    expect(first.hash).toBe('24c3a8b30fc6183f2f87f6103860094d921657b3ddb090ca51903c9774d84b04');
    expect(second.previousHash).toBe(first.hash);
  });

  test('a whole chain has no broken link', () => {
    expect(firstBrokenLink([first, second], sha256)).toBe(-1);
    expect(firstBrokenLink([], sha256)).toBe(-1);
  });

  test.each<[string, (events: ChainedEvent[]) => unknown, number]>([
    ['a changed word', ([a, b]) => [{ ...a, data: { reason: '不补拍' } }, b], 0],
    ['a changed instant', ([a, b]) => [a, { ...b, at: '2026-11-24T02:00:00.000Z' }], 1],
    ['another person', ([a, b]) => [a, { ...b, by: { personId: 'p2', name: '陈海生' } }], 1],
    ['a removed first event', ([, b]) => [b], 0],
    ['events exchanged', ([a, b]) => [b, a], 0],
  ])('%s is found', (_, tamper, index) => {
    expect(firstBrokenLink(tamper([first, second]) as ChainedEvent[], sha256)).toBe(index);
  });
});

describe('record ids', () => {
  test('are one for a person and request, and differ for another person, kind or request', () => {
    const id = recordIdOf('inspection', 'p1', 'r1', sha256);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(recordIdOf('inspection', 'p1', 'r1', sha256)).toBe(id);
    expect(recordIdOf('inspection', 'p2', 'r1', sha256)).not.toBe(id);
    expect(recordIdOf('notice', 'p1', 'r1', sha256)).not.toBe(id);
    expect(recordIdOf('inspection', 'p1', 'r2', sha256)).not.toBe(id);
  });
});
