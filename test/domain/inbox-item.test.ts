import {
  inboxItemIds,
  inboxItemsFor,
  reviewedItemFor,
  summaryOf,
} from '../../miniprogram/domain/inbox/inbox-item';
import { formConfirmation } from '../../miniprogram/domain/inspection/form-confirmation';
import { reviewedBy } from '../../miniprogram/domain/inspection/form-review';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { CAST, NOW } from '../support/cast';
import { project, sha256, submit } from '../support/formed';

const rowsOf = (inspection: Inspection) =>
  inboxItemsFor(inspection).map(({ personId, box }) => `${personId} ${box}`);

const waiting = submit({ partnerId: 'colleague' });
const effective = { ...waiting, status: 'effective' as const, effectiveAt: NOW };
const command = { requestId: '55555555-5555-4555-8555-555555555555', inspectionId: waiting._id };

const confirmed = (inspection: Inspection): Inspection => {
  const change = formConfirmation(command, CAST.colleague, NOW, inspection, project, sha256);
  if (change === 'repeated') throw new Error('not a repeat');
  return reviewedBy(inspection, change);
};

test.each([
  [
    'waiting: reviewers, partner',
    waiting,
    ['deputy inspection.toReview', 'head inspection.toReview', 'colleague inspection.toConfirm'],
  ],
  [
    'effective: recipients, partner',
    effective,
    ['contractor inspection.delivered', 'colleague inspection.toConfirm'],
  ],
  ['effective and confirmed: recipients', confirmed(effective), ['contractor inspection.delivered']],
  [
    'waiting and confirmed: reviewers',
    confirmed(waiting),
    ['deputy inspection.toReview', 'head inspection.toReview'],
  ],
  ['rejected: nobody', { ...waiting, status: 'rejected' as const }, []],
  ['without a partner', submit(), ['deputy inspection.toReview', 'head inspection.toReview']],
] as const)('rows of a record, %s', (_, inspection, rows) => {
  expect(rowsOf(inspection)).toEqual(rows);
});

test('a row has one id a side: telling twice tells once, a review keeps its row', () => {
  const [first] = inboxItemsFor(waiting);
  expect(first?._id).toBe(`${waiting._id}.review.deputy`);
  expect(reviewedItemFor(effective, 'deputy')._id).toBe(first?._id);
  expect(inboxItemIds(waiting._id, 'deputy')).toEqual([
    `${waiting._id}.review.deputy`,
    `${waiting._id}.delivery.deputy`,
    `${waiting._id}.partner.deputy`,
  ]);
});

test('a row is found by the words of its record', () => {
  for (const row of inboxItemsFor(waiting)) expect(row.words).toEqual(waiting.words);
});

test('未发现问题 is said by the summary', () => {
  expect(summaryOf(submit({ isClear: true, findings: [] }))).toMatchObject({
    isClear: true,
    findingCount: 0,
  });
  expect(summaryOf(waiting)).toMatchObject({ isClear: false, findingCount: 1, majorCount: 1 });
});
