import type { Evidence } from '../../miniprogram/domain/evidence/evidence';
import type { SubmittedAttendance } from '../../miniprogram/domain/inspection/attendance';
import { formInspection } from '../../miniprogram/domain/inspection/form-inspection';
import { evidenceOf } from '../../miniprogram/domain/inspection/inspection';
import { CAST, NOW } from '../support/cast';
import { codeOf, command, surroundings } from '../support/formed';

const signature = (change: Partial<Evidence> = {}): Evidence => ({
  _id: 'ink',
  ownerId: 'supervisor',
  kind: 'signature',
  type: 'png',
  sha256: 'a'.repeat(64),
  bytes: 2000,
  durationMs: null,
  pixels: { width: 600, height: 300 },
  takenAt: NOW,
  receivedAt: NOW,
  place: null,
  annotates: null,
  fileID: 'cloud://e.b/evidence/ink.png',
  thumbnailID: null,
  commandHash: '',
  citedIn: null,
  check: { traceId: null, state: 'unchecked' },
  ...change,
});

const SIGNED: SubmittedAttendance = { unitId: 'builder', name: ' 赵铁山 ', signatureId: 'ink', refusal: '' };
const REFUSED: SubmittedAttendance = {
  unitId: 'builder',
  name: '',
  signatureId: null,
  refusal: ' 不认可检查结果 ',
};

const attended = (attendance: SubmittedAttendance | null, ...known: Evidence[]) =>
  formInspection({ ...command, attendance }, CAST.supervisor, NOW, {
    ...surroundings,
    evidence: new Map(known.map((each) => [each._id, each])),
  });

test('signed: who of which unit, with the signature as evidence of the record', () => {
  const inspection = attended(SIGNED, signature());
  expect(inspection.attendance).toMatchObject({
    unit: { unitId: 'builder', unitName: '琼建', unitRole: 'contractor' },
    name: '赵铁山',
    signature: { evidenceId: 'ink', kind: 'signature', order: 1, sha256: 'a'.repeat(64) },
    refusal: '',
  });
  expect(evidenceOf(inspection).map(({ evidenceId }) => evidenceId)).toEqual(['ink']);
  expect(inspection.claims).toEqual([inspection._id, 'ink']);
});

test('拒签 has a reason, and may be without a name', () => {
  expect(attended(REFUSED).attendance).toEqual({
    unit: { unitId: 'builder', unitName: '琼建', unitRole: 'contractor' },
    name: '',
    signature: null,
    refusal: '不认可检查结果',
  });
  expect(attended(null).attendance).toBeNull();
});

test.each<[string, Partial<SubmittedAttendance>, Partial<Evidence>, string]>([
  ['signed and refused', { refusal: '不签' }, {}, 'input.attendanceUnclear'],
  ['neither', { signatureId: null, refusal: '  ' }, {}, 'input.attendanceUnclear'],
  ['a signature of nobody', { name: ' ' }, {}, 'input.attendantUnnamed'],
  ['a unit that is no party', { unitId: 'other' }, {}, 'input.attendantNotParty'],
  ['a signature that is not there', { signatureId: 'none' }, {}, 'evidence.notKept'],
  ['somebody else’s', {}, { ownerId: 'colleague' }, 'evidence.notKept'],
  ['a photo', {}, { kind: 'photo' }, 'evidence.notKept'],
  ['one of another visit', {}, { citedIn: 'another' }, 'evidence.used'],
  ['one of a week ago', {}, { receivedAt: '2026-01-01T00:00:00.000Z' }, 'evidence.expired'],
])('%s is refused', (_, change, kept, code) => {
  expect(codeOf(() => attended({ ...SIGNED, ...change }, signature(kept)))).toBe(code);
});

test('a corrected copy has the signature again of the same person of the same unit only', () => {
  const first = attended(SIGNED, signature());
  const again = (change: Partial<SubmittedAttendance>) =>
    codeOf(() =>
      formInspection(
        {
          ...command,
          requestId: '22222222-2222-4222-8222-222222222222',
          previousId: first._id,
          attendance: { ...SIGNED, ...change },
        },
        CAST.supervisor,
        NOW,
        {
          ...surroundings,
          previous: { ...first, status: 'rejected' },
          evidence: new Map([['ink', signature({ citedIn: first._id })]]),
        },
      ),
    );
  expect(again({})).toBe('allowed');
  expect(again({ name: '王五' })).toBe('input.signatureOfAnother');
  expect(again({ unitId: 'owner' })).toBe('input.signatureOfAnother');
});

test('in a problem a signature has no place', () => {
  const finding = { ...command.findings[0], evidenceIds: ['ink'] } as (typeof command.findings)[number];
  const given = { ...command, findings: [finding] };
  const known = { ...surroundings, evidence: new Map([['ink', signature()]]) };
  expect(codeOf(() => formInspection(given, CAST.supervisor, NOW, known))).toBe('input.tooLong');
});
