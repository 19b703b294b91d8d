import { createHash } from 'node:crypto';
import { formInspection } from '../../miniprogram/domain/inspection/form-inspection';
import { formReview, reviewedBy } from '../../miniprogram/domain/inspection/form-review';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { brokenInspection } from '../../miniprogram/domain/inspection/verify-inspection';
import type { BrokenLink } from '../../miniprogram/domain/integrity/broken-link';
import { canonicalJson } from '../../miniprogram/domain/integrity/canonical-json';
import { chainEvent, type ChainedEvent } from '../../miniprogram/domain/integrity/event-chain';
import { formProject } from '../../miniprogram/domain/project/form-project';
import { brokenProject } from '../../miniprogram/domain/project/verify-project';
import { CAST, NOW } from '../support/cast';
import { command, project, submit, surroundings } from '../support/formed';

/** What is found of a record that somebody changed in the database. */
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const LATER = '2026-11-23T03:00:00.000Z';

/** As it stands in the database: JSON. */
type Json = Record<string, unknown>;
const stored = (record: object): Json => JSON.parse(JSON.stringify(record)) as Json;

const submitted = submit();
const decided = (action: 'approve' | 'reject'): Inspection => {
  const review = {
    requestId: '22222222-2222-4222-8222-222222222222',
    inspectionId: submitted._id,
    reason: '补拍',
  };
  const change = formReview(action, review, CAST.head, LATER, submitted, project, sha256);
  if (change === 'repeated') throw new Error('repeated');
  return reviewedBy(submitted, change);
};
const approved = decided('approve');

const inspectionFault = (record: Json): string => faultOf(brokenInspection(record, sha256));
const faultOf = (broken: BrokenLink | null): string =>
  broken
    ? [broken.fault, broken.event, broken.field].filter((each) => each !== null && each !== '').join(' ')
    : 'whole';

const corrected = formInspection(
  { ...command, requestId: '33333333-3333-4333-8333-333333333333', previousId: submitted._id },
  CAST.supervisor,
  LATER,
  { ...surroundings, previous: decided('reject') },
);

describe('an inspection', () => {
  test.each([
    ['submitted', submitted],
    ['effective at once', submit({ reviewerIds: [] })],
    ['未发现问题', submit({ isClear: true, findings: [] })],
    ['approved', approved],
    ['rejected', decided('reject')],
    ['corrected', corrected],
  ])('%s is whole as it was formed', (_, record) => {
    expect(brokenInspection(stored(record), sha256)).toBeNull();
  });

  test('its content’s digest is that of canonical JSON, written out by hand', () => {
    // A record of one field: everything else stands beside the content.
    const contentHash = createHash('sha256').update('{"part":"3 号楼"}', 'utf8').digest('hex');
    const body = {
      kind: 'submitted',
      at: NOW,
      by: { personId: 'p', name: '陈' },
      requestId: 'r',
      commandHash: 'c',
    };
    const said = `{"at":"${NOW}","by":{"name":"陈","personId":"p"},"commandHash":"c","data":{"contentHash":"${contentHash}"},"kind":"submitted","requestId":"r"}`;
    const hash = createHash('sha256')
      .update('0'.repeat(64) + said, 'utf8')
      .digest('hex');
    const event = { ...body, data: { contentHash }, previousHash: '0'.repeat(64), hash };
    const broken = brokenInspection({ part: '4 号楼', events: [event] }, sha256);
    expect(broken).toEqual({
      fault: 'record.content',
      event: 1,
      field: '',
      expected: contentHash,
      found: createHash('sha256').update('{"part":"4 号楼"}', 'utf8').digest('hex'),
    });
  });

  const [first, second] = stored(approved)['events'] as [ChainedEvent, ChainedEvent];
  const withEvents = (...events: unknown[]): Json => ({ ...stored(approved), events });
  test.each<[string, Json, string]>([
    ['a word of its part', { ...stored(approved), part: '4 号楼' }, 'record.content 1'],
    [
      'the text of an entry',
      deep(approved, ['findings', 0, 'cited', 0, 'text'], '基坑周边'),
      'record.content 1',
    ],
    ['a finding less', { ...stored(approved), findings: [] }, 'record.content 1'],
    ['another recipient', deep(approved, ['recipients', 0, 'personId'], 'p9'), 'record.content 1'],
    ['the project’s number', deep(approved, ['project', 'number'], '琼海监2026-0032'), 'record.content 1'],
    ['a field more', { ...stored(approved), remark: '' }, 'record.content 1'],
    ['a field renamed', { ...stored(approved), part: undefined, parT: '3 号楼' }, 'throws'],
    ['its status', { ...stored(approved), status: 'rejected' }, 'record.field status'],
    ['its status taken back', { ...stored(approved), status: 'pendingReview' }, 'record.field status'],
    [
      'whether anybody receives it',
      { ...stored(approved), hasRecipients: false },
      'record.field hasRecipients',
    ],
    ['when it took effect', { ...stored(approved), effectiveAt: NOW }, 'record.field effectiveAt'],
    ['its version', { ...stored(approved), version: 3 }, 'record.field version'],
    ['when it was changed', { ...stored(approved), changedAt: NOW }, 'record.field changedAt'],
    ['what it claims', { ...stored(approved), claims: ['other'] }, 'record.field claims'],
    ['its id', { ...stored(approved), _id: submitted._id.replace(/.$/, 'x') }, 'record.field _id'],
    ['the id of a corrected one', { ...stored(corrected), _id: submitted._id }, 'record.field _id'],
    ['a reason', withEvents(first, { ...second, data: { reason: '不补拍' } }), 'event.hash 2'],
    ['an instant', withEvents({ ...first, at: LATER }, second), 'event.hash 1'],
    ['a kind', withEvents(first, { ...second, kind: 'rejected' }), 'event.hash 2'],
    ['a hash', withEvents(first, { ...second, hash: '0'.repeat(64) }), 'event.hash 2'],
    [
      'a previous hash',
      withEvents(first, { ...second, previousHash: '0'.repeat(64) }),
      'event.previousHash 2',
    ],
    ['the digest', withEvents({ ...first, data: { contentHash: 'x' } }, second), 'event.hash 1'],
    ['an event more than happened', withEvents(first, second, second), 'event.previousHash 3'],
    ['the last event gone', withEvents(first), 'record.field version'],
    ['the first event gone', withEvents(second), 'event.previousHash 1'],
    ['events exchanged', withEvents(second, first), 'event.previousHash 1'],
    ['no events', withEvents(), 'event.none'],
    ['no list of events', { ...stored(approved), events: '' }, 'event.none'],
    [
      'a name in an event',
      withEvents(first, { ...second, by: { personId: 'head', namf: 'head' } }),
      'event.shape 2',
    ],
    ['something said beside an event', withEvents(first, { ...second, note: '' }), 'event.shape 2'],
    ['an event that is none', withEvents(first, null), 'event.shape 2'],
  ])('%s is found', (_, record, expected) => {
    if (expected === 'throws') expect(() => inspectionFault(record)).toThrow(TypeError);
    else expect(inspectionFault(record)).toBe(expected);
  });

  test('an event of a kind that no such record has is told as that', () => {
    const { at, by, requestId, commandHash, data } = second;
    const odd = chainEvent([first], { kind: 'forgotten', at, by, requestId, commandHash, data }, sha256);
    expect(inspectionFault(withEvents(first, odd))).toBe('event.kind 2');
  });

  test('what lists find it by is nobody’s promise', () => {
    expect(inspectionFault({ ...stored(approved), words: [] })).toBe('whole');
  });
});

const formedProject = formProject(
  {
    requestId: '44444444-4444-4444-8444-444444444444',
    projectId: 'project',
    number: project.number,
    name: project.name,
    address: project.address,
    stationId: project.stationId,
    stationName: project.stationName,
    supervisors: project.supervisors,
    parties: project.parties,
  },
  { personId: 'head', name: 'head' },
  NOW,
  sha256,
);

describe('a project', () => {
  const formed = formedProject;
  const position = { lng: 110.33, lat: 20.03, accuracy: 12, takenAt: LATER, address: '滨江路' };
  const cover = { fileID: 'cloud://e.b/f.jpg', sha256: 'f'.repeat(64), bytes: 9 };
  const located = (data: Json): Json => {
    const [accepted] = formed.events;
    if (!accepted) throw new Error('no event');
    const by = { personId: 'supervisor', name: 'supervisor' };
    const event = { kind: 'located', at: LATER, by, requestId: 'r2', commandHash: 'c2', data };
    const place = { type: 'Point', coordinates: [110.33, 20.03] };
    return stored({
      ...formed,
      ...{ version: 2, position, place, cover: data['cover'] ?? null, changedAt: LATER },
      events: [accepted, chainEvent([accepted], event, sha256)],
    });
  };
  const whole = located({ position, cover });
  /** 中止, as form-project-state writes it: the event is called after the state. */
  const suspended = ((): Json => {
    const events = whole['events'] as ChainedEvent[];
    const by = { personId: 'head', name: 'head' };
    const event = {
      kind: 'suspended',
      at: LATER,
      by,
      requestId: 'r3',
      commandHash: 'c3',
      data: { reason: '' },
    };
    return {
      ...whole,
      state: 'suspended',
      version: 3,
      events: [...events, chainEvent(events, event, sha256)],
    };
  })();
  const fault = (record: Json): string => faultOf(brokenProject(record, sha256));

  test('is whole as it was formed, located with and without a cover', () => {
    expect(fault(stored(formed))).toBe('whole');
    expect(fault(whole)).toBe('whole');
    expect(fault(located({ position, cover: null }))).toBe('whole');
    expect(fault(suspended)).toBe('whole');
  });

  test.each<[string, Json, string]>([
    ['its name', { ...whole, name: '滨江旧城' }, 'record.field name'],
    ['its number', { ...whole, number: '琼海监2026-0032' }, 'record.field number'],
    ['its address', { ...whole, address: '' }, 'record.field address'],
    ['a party', deep(whole, ['parties', 0, 'unitName'], '琼健'), 'record.field parties'],
    ['a supervisor', deep(whole, ['supervisors', 0, 'personId'], 'p9'), 'record.field supervisors'],
    ['who supervises it', { ...whole, supervisorIds: ['p9'] }, 'record.field supervisorIds'],
    ['its state', { ...whole, state: 'completed' }, 'record.field state'],
    ['its state after another', { ...suspended, state: 'supervised' }, 'record.field state'],
    ['its short number', { ...whole, shortNumber: '00000000151' }, 'record.field shortNumber'],
    ['its id', { ...whole, _id: 'projecu' }, 'record.field shortNumber'],
    ['its position', deep(whole, ['position', 'lat'], 20.04), 'record.field position'],
    ['its place', deep(whole, ['place', 'coordinates', 1], 20.04), 'record.field place'],
    ['its cover', { ...whole, cover: null }, 'record.field cover'],
    ['its version', { ...whole, version: 1 }, 'record.field version'],
    ['when it was changed', { ...whole, changedAt: NOW }, 'record.field changedAt'],
    ['a field less', stored({ ...whole, state: undefined }), 'record.field state'],
    ['a field more', { ...whole, remark: '' }, 'record.field remark'],
    ['an earlier position', deep(whole, ['events', 1, 'data', 'position', 'lat'], 20.04), 'event.hash 2'],
    ['what it was accepted as', deep(whole, ['events', 0, 'data', 'name'], '滨江旧城'), 'event.hash 1'],
  ])('%s is found', (_, record, expected) => {
    expect(fault(record)).toBe(expected);
  });

  test('what lists find it by is nobody’s promise', () => {
    expect(fault({ ...whole, searchKeys: [] })).toBe('whole');
  });
});

test.each<[string, object, (record: Json) => BrokenLink | null, string]>([
  ['an inspection', approved, (record) => brokenInspection(record, sha256), 'words'],
  ['a corrected one', corrected, (record) => brokenInspection(record, sha256), 'words'],
  ['a project', formedProject, (record) => brokenProject(record, sha256), 'searchKeys'],
])('no sign of %s can be another one, but of what lists find it by', (_, record, broken, beside) => {
  const text = JSON.stringify(record);
  const saidBy = (json: Json): string => canonicalJson({ ...json, [beside]: null });
  const isFound = (changed: string): boolean => {
    let json: Json;
    try {
      json = JSON.parse(changed) as Json;
      return saidBy(json) === saidBy(stored(record)) || broken(json) !== null;
    } catch {
      return true;
    }
  };
  expect(isFound(text.replace('琼', '瓊'))).toBe(true);
  const unnoticed = Array.from(text, (sign, at) => {
    const other = String.fromCharCode(sign.charCodeAt(0) ^ 1);
    return isFound(text.slice(0, at) + other + text.slice(at + 1)) ? '' : text.slice(at - 20, at + 5);
  }).filter(Boolean);
  expect(unnoticed).toEqual([]);
});

/** A copy of the record with another value at the end of the path. */
function deep(record: object, path: readonly (string | number)[], value: unknown): Json {
  const copy = stored(record);
  const [last, ...way] = [...path].reverse();
  const target = way.reverse().reduce<Json>((at, key) => at[String(key)] as Json, copy);
  if (last === undefined || canonicalJson(target[String(last)]) === canonicalJson(value))
    throw new Error('no change');
  target[String(last)] = value;
  return copy;
}
