import { formInspection } from '../../miniprogram/domain/inspection/form-inspection';
import { formReview } from '../../miniprogram/domain/inspection/form-review';
import { inspectionSubject } from '../../miniprogram/domain/inspection/inspection-subject';
import { INSPECTION_LIFECYCLE } from '../../miniprogram/domain/inspection/lifecycle';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { firstBrokenLink } from '../../miniprogram/domain/integrity/event-chain';
import { availableActions } from '../../miniprogram/domain/lifecycle';
import { CAST, NOW, type CastName } from '../support/cast';
import { codeOf, command, JUDGED, project, sha256, submit, surroundings } from '../support/formed';

describe('submitting', () => {
  test('with reviewers it waits for them; without, it is effective at once', () => {
    expect(submit()).toMatchObject({
      status: 'pendingReview',
      effectiveAt: null,
      part: '3 号楼',
      version: 1,
    });
    expect(submit({ reviewerIds: [] })).toMatchObject({ status: 'effective', effectiveAt: NOW });
  });

  test('the entry is kept as it read that day, with its basis and severity', () => {
    expect(submit().findings).toEqual([
      {
        order: 1,
        evidence: [],
        cited: [
          { id: 'S-1', kind: 'term', text: '基坑周边堆载超过设计允许值', basis: '依据', severity: 'major' },
        ],
        supplement: '',
        severity: 'serious',
        unit: null,
        action: 'rectify',
        days: 3,
      },
    ]);
  });

  test.each([
    [
      'an unknown entry',
      { findings: [{ evidenceIds: [], catalogueIds: ['S-9'], supplement: '', ...JUDGED }] },
      'input.unknownCatalogueEntry',
    ],
    ['an entry of another type', { type: 'quality' as const }, 'input.catalogueEntryOutsideType'],
    [
      'an empty finding',
      { findings: [{ evidenceIds: [], catalogueIds: [], supplement: ' \n', ...JUDGED }] },
      'input.emptyFinding',
    ],
    ['a reviewer of another station', { reviewerIds: ['otherHead'] }, 'input.personUnavailable'],
    ['a reviewer without office', { reviewerIds: ['colleague'] }, 'input.personUnavailable'],
    ['a recipient of another project', { recipientIds: ['otherContractor'] }, 'input.personUnavailable'],
  ])('%s is refused', (_, change, code) => {
    expect(codeOf(() => submit(change))).toBe(code);
  });

  test('nobody reviews their own record', () => {
    const own = { ...command, reviewerIds: ['head'] };
    expect(codeOf(() => formInspection(own, CAST.head, NOW, surroundings))).toBe('input.personUnavailable');
  });
});

describe('reviewing, by state and person', () => {
  const byStatus = {
    pendingReview: submit(),
    effective: { ...submit(), status: 'effective' as const, effectiveAt: NOW },
    rejected: { ...submit(), status: 'rejected' as const },
  };

  test.each([
    ['pendingReview', ['approve', 'reject']],
    ['effective', []],
    ['rejected', []],
  ] as const)('a named reviewer of a %s record is offered %j', (status, actions) => {
    const record = byStatus[status];
    expect(
      availableActions(INSPECTION_LIFECYCLE, CAST.deputy, record, inspectionSubject(record, project)),
    ).toEqual(actions);
  });

  test.each(
    (Object.keys(CAST) as CastName[])
      .filter((name) => name !== 'deputy' && name !== 'head')
      .map((name) => [name]),
  )('%s, who is not named, is offered nothing and refused', (name) => {
    const record = byStatus.pendingReview;
    const review = {
      requestId: '33333333-3333-4333-8333-333333333333',
      inspectionId: record._id,
      reason: '',
    };
    expect(
      availableActions(INSPECTION_LIFECYCLE, CAST[name], record, inspectionSubject(record, project)),
    ).toEqual([]);
    expect(codeOf(() => formReview('approve', review, CAST[name], NOW, record, project, sha256))).toBe(
      'access.denied',
    );
  });

  test.each(['effective', 'rejected'] as const)('a %s record is not reviewed again', (status) => {
    const review = { requestId: '22222222-2222-4222-8222-222222222222', inspectionId: 'x', reason: '' };
    const record = byStatus[status];
    expect(codeOf(() => formReview('reject', review, CAST.deputy, NOW, record, project, sha256))).toBe(
      'state.refused',
    );
  });

  test('approval makes it effective and links to the submission; rejection keeps the reason', () => {
    const record = byStatus.pendingReview;
    const review = {
      requestId: '22222222-2222-4222-8222-222222222222',
      inspectionId: record._id,
      reason: ' 补拍 ',
    };
    const approved = formReview('approve', review, CAST.deputy, NOW, record, project, sha256);
    const rejected = formReview('reject', review, CAST.deputy, NOW, record, project, sha256);
    if (approved === 'repeated' || rejected === 'repeated') throw new Error('not a repeat');
    expect(approved).toMatchObject({ version: 1, status: 'effective', effectiveAt: NOW });
    expect(rejected).toMatchObject({ status: 'rejected', effectiveAt: null });
    expect(rejected.event.data).toEqual({ reason: '补拍' });
    expect(firstBrokenLink([...record.events, rejected.event], sha256)).toBe(-1);
  });

  test('the same command again is a repeat; with another body it is refused', () => {
    const record = byStatus.pendingReview;
    const review = {
      requestId: '22222222-2222-4222-8222-222222222222',
      inspectionId: record._id,
      reason: '',
    };
    const change = formReview('approve', review, CAST.deputy, NOW, record, project, sha256);
    if (change === 'repeated') throw new Error('not a repeat');
    const after: Inspection = { ...record, status: 'effective', events: [...record.events, change.event] };
    const again = (reason: string) =>
      formReview('approve', { ...review, reason }, CAST.deputy, NOW, after, project, sha256);
    expect(again('')).toBe('repeated');
    expect(codeOf(() => again('另一个'))).toBe('command.reused');
  });
});
