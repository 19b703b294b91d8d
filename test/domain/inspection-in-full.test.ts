import { formConfirmation } from '../../miniprogram/domain/inspection/form-confirmation';
import {
  formInspection,
  inspectionIdOf,
  type SubmitInspection,
} from '../../miniprogram/domain/inspection/form-inspection';
import { formReview, reviewedBy } from '../../miniprogram/domain/inspection/form-review';
import { isConfirmed, reasonOf, type Inspection } from '../../miniprogram/domain/inspection/inspection';
import { firstBrokenLink } from '../../miniprogram/domain/integrity/event-chain';
import type { StationPost } from '../../miniprogram/domain/people/post';
import { CAST, NOW, type CastName } from '../support/cast';
import { codeOf, command, JUDGED, project, sha256, submit, surroundings } from '../support/formed';

const FINDING = { evidenceIds: [], catalogueIds: [], supplement: '栏杆缺失', ...JUDGED };

describe('未发现问题', () => {
  test('is a record without findings', () => {
    expect(submit({ isClear: true, findings: [] })).toMatchObject({
      isClear: true,
      findings: [],
      citedIds: [],
    });
  });

  test.each([
    ['beside a problem', { isClear: true }, 'input.clearWithFindings'],
    ['not said, and no problem', { findings: [] }, 'input.noFindings'],
  ])('%s is refused', (_, change, code) => expect(codeOf(() => submit(change))).toBe(code));
});

describe('what is judged of a problem', () => {
  test('the party that answers is kept as it was called that day', () => {
    const [finding] = submit({ findings: [{ ...FINDING, unitId: 'builder' }] }).findings;
    expect(finding).toMatchObject({
      severity: 'serious',
      unit: { unitId: 'builder', unitName: '琼建', unitRole: 'contractor' },
      action: 'rectify',
      days: 3,
    });
  });

  test('a unit that is no party of the project is refused with the number of the problem', () => {
    const findings = [FINDING, { ...FINDING, unitId: 'stranger' }];
    expect(codeOf(() => submit({ findings }))).toBe('input.unitNotParty');
    expect(() => submit({ findings })).toThrow('第 2 个问题的责任单位不是本工程的参建单位，请重新选择');
  });

  test('entries cited in several problems are found by once', () => {
    const cited = { ...FINDING, catalogueIds: ['S-1'] };
    expect(submit({ findings: [cited, FINDING, cited] }).citedIds).toEqual(['S-1']);
  });

  test('lists find it by project, number, part and author', () => {
    const { words } = submit({ part: '3 号楼' });
    for (const word of ['滨江', '新城', '琼海', '31', '3号', '号楼', 'su']) expect(words).toContain(word);
    expect(words).not.toContain('栏杆');
  });
});

describe('共同检查人', () => {
  const partnerPosts = (Object.keys(CAST) as CastName[]).flatMap((name) =>
    CAST[name].posts.filter((post): post is StationPost => post.kind === 'station'),
  );
  const withPartner = (partnerId: string) =>
    formInspection({ ...command, partnerId }, CAST.supervisor, NOW, { ...surroundings, partnerPosts });

  test.each(['colleague', 'deputy', 'head'] as const)('%s of the same station can be', (name) => {
    expect(withPartner(name).partner).toMatchObject({ personId: name, organisation: 'haikou' });
  });

  test.each([
    ['oneself', 'supervisor'],
    ['the administrator', 'administrator'],
    ['the bureau', 'bureau'],
    ['the province', 'province'],
    ["another station's supervisor", 'otherSupervisor'],
    ["another station's head", 'otherHead'],
    ['somebody of a party', 'contractor'],
    ['nobody known', 'nobody'],
  ])('%s cannot be', (_, name) => {
    expect(codeOf(() => withPartner(name))).toBe('input.partnerUnavailable');
  });
});

const REQUEST = '44444444-4444-4444-8444-444444444444';
const decided = (action: 'approve' | 'reject', inspection: Inspection): Inspection => {
  const review = { requestId: REQUEST, inspectionId: inspection._id, reason: '请补拍' };
  const change = formReview(action, review, CAST.deputy, NOW, inspection, project, sha256);
  if (change === 'repeated') throw new Error('not a repeat');
  return reviewedBy(inspection, change);
};

describe('confirming', () => {
  const waiting = submit({ partnerId: 'colleague' });
  const confirming = { requestId: '55555555-5555-4555-8555-555555555555', inspectionId: waiting._id };
  const confirm = (who: CastName, inspection: Inspection, change: object = {}) =>
    formConfirmation({ ...confirming, ...change }, CAST[who], NOW, inspection, project, sha256);
  const confirmed = (inspection: Inspection): Inspection => {
    const change = confirm('colleague', inspection);
    if (change === 'repeated') throw new Error('not a repeat');
    return reviewedBy(inspection, change);
  };

  test('it is an event on the chain, and stops nothing', () => {
    const after = confirmed(waiting);
    expect(isConfirmed(waiting)).toBe(false);
    expect(isConfirmed(after)).toBe(true);
    expect(after).toMatchObject({ status: 'pendingReview', version: 2, effectiveAt: null });
    expect(firstBrokenLink(after.events, sha256)).toBe(-1);
    expect(decided('approve', after)).toMatchObject({ status: 'effective', version: 3 });
  });

  test('an effective record is confirmed as well and stays effective since when it was', () => {
    const effective = submit({ partnerId: 'colleague', reviewerIds: [] });
    expect(confirmed(effective)).toMatchObject({ status: 'effective', effectiveAt: NOW });
  });

  test.each(['supervisor', 'deputy', 'head', 'province', 'contractor', 'otherSupervisor'] as const)(
    '%s, who is not the partner, is refused',
    (who) => expect(codeOf(() => confirm(who, waiting))).toBe('access.denied'),
  );

  test('a rejected record is not confirmed', () => {
    expect(codeOf(() => confirm('colleague', decided('reject', waiting)))).toBe('state.refused');
  });

  test('the same again is a repeat, another tap as well; the id with another body is refused', () => {
    const after = confirmed(waiting);
    expect(confirm('colleague', after)).toBe('repeated');
    expect(confirm('colleague', after, { requestId: REQUEST })).toBe('repeated');
    expect(codeOf(() => confirm('colleague', after, { inspectionId: 'another' }))).toBe('command.reused');
  });
});

describe('a corrected copy', () => {
  const rejected = decided('reject', submit());
  const again: SubmitInspection = { ...command, requestId: REQUEST, previousId: rejected._id };
  const resubmit = (
    previous: Inspection | null,
    change: Partial<SubmitInspection> = {},
    who: CastName = 'supervisor',
  ) => formInspection({ ...again, ...change }, CAST[who], NOW, { ...surroundings, previous });

  test('points at the rejected record and says why it was rejected', () => {
    expect(reasonOf(rejected)).toBe('请补拍');
    expect(resubmit(rejected).previous).toEqual({ inspectionId: rejected._id, reason: '请补拍' });
    expect(submit().previous).toBeNull();
  });

  test.each([
    ['an unknown record', null, 'record.notVisible'],
    ['a record that waits', submit(), 'inspection.notRejected'],
    ['an approved record', decided('approve', submit()), 'inspection.notRejected'],
    [
      'a record of another project',
      { ...rejected, project: { ...rejected.project, projectId: 'elsewhere' } },
      'inspection.otherProject',
    ],
  ])('of %s is refused', (_, previous, code) =>
    expect(codeOf(() => resubmit(previous, previous ? { previousId: previous._id } : {}))).toBe(code),
  );

  test('of somebody else’s record is refused as one that is not there', () => {
    const change = { reviewerIds: [] };
    expect(codeOf(() => resubmit(rejected, change, 'head'))).toBe('record.notVisible');
  });

  test('its id follows from the rejected record, whatever the request: there is one', () => {
    const of = (change: Partial<SubmitInspection>, author = 'supervisor') =>
      inspectionIdOf({ ...again, ...change }, author, sha256);
    expect(resubmit(rejected)._id).toBe(of({}));
    expect(of({ requestId: command.requestId })).toBe(of({}));
    expect(of({ previousId: 'another' })).not.toBe(of({}));
    expect(of({}, 'head')).not.toBe(of({}));
    expect(of({ previousId: null })).not.toBe(of({ previousId: null, requestId: command.requestId }));
  });
});
