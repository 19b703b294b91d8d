import { permits } from '../../miniprogram/domain/access/permits';
import type { Subject } from '../../miniprogram/domain/access/scopes';
import type { Verb } from '../../miniprogram/domain/access/verbs';
import { actor, CAST, partyPost, stationPost, type CastName } from '../support/cast';

const EVERYBODY = Object.keys(CAST) as CastName[];

const project: Subject = { stationId: 'haikou', projectId: 'project', supervisorIds: ['supervisor'] };
const record: Subject = {
  ...project,
  authorId: 'supervisor',
  reviewerIds: ['deputy'],
  recipientIds: ['contractor'],
};

/** Who may, worked out by hand from the table in the design ("who may do what"); everybody else may not. */
const TABLE: readonly [string, Verb, Subject, readonly CastName[]][] = [
  [
    'a project is seen by its station, its bureau, the province and its parties',
    'project.read',
    project,
    ['supervisor', 'colleague', 'deputy', 'head', 'bureau', 'province', 'contractor'],
  ],
  [
    'a project is located by its own supervisors, its station’s leaders and the province',
    'project.locate',
    project,
    ['supervisor', 'deputy', 'head', 'province'],
  ],
  [
    'a project is reported again by its administrator on behalf; the contractor is not the owner',
    'project.report',
    project,
    ['administrator'],
  ],
  [
    'a project is accepted by the head of its station and the province',
    'project.accept',
    project,
    ['head', 'province'],
  ],
  [
    'phone numbers are whole to people of the same project or station, not to the bureau or the province',
    'project.phones',
    project,
    ['supervisor', 'colleague', 'deputy', 'head', 'contractor'],
  ],
  [
    'a site’s code is made by its station, the province and its parties',
    'project.siteCode',
    project,
    ['supervisor', 'colleague', 'deputy', 'head', 'province', 'contractor'],
  ],
  [
    'the poster of a station is made by its leaders, its administrator and the province',
    'station.poster',
    { stationId: 'haikou', projectId: '', supervisorIds: [] },
    ['deputy', 'head', 'administrator', 'province'],
  ],
  [
    'an inspection is submitted by the project’s supervisors, leaders and the province',
    'inspection.submit',
    project,
    ['supervisor', 'deputy', 'head', 'province'],
  ],
  ['an inspection is reviewed by whoever is named, and nobody else', 'inspection.review', record, ['deputy']],
  [
    'a waiting inspection is read by its author, the named reviewer, leaders and the province',
    'inspection.read',
    { ...record, isEffective: false },
    ['supervisor', 'deputy', 'head', 'province'],
  ],
  [
    'an effective delivered inspection is read by the whole station, its bureau, the province and its recipients',
    'inspection.read',
    { ...record, isEffective: true },
    ['supervisor', 'colleague', 'deputy', 'head', 'bureau', 'province', 'contractor'],
  ],
  [
    '监督内档 is read by author, the project’s supervisors, leaders and the province, never by bureau or parties',
    'inspection.read',
    { ...record, recipientIds: [], isEffective: true },
    ['supervisor', 'deputy', 'head', 'province'],
  ],
  [
    '监督内档 of a former author is read by the project’s present supervisor',
    'inspection.read',
    { ...record, authorId: 'colleague', reviewerIds: [], recipientIds: [], isEffective: true },
    ['supervisor', 'colleague', 'deputy', 'head', 'province'],
  ],
  [
    'the review of a delivered record is read by its station and the province, never by bureau or parties',
    'inspection.readReview',
    { ...record, isEffective: true },
    ['supervisor', 'colleague', 'deputy', 'head', 'province'],
  ],
  [
    'a waiting inspection is read by the partner as well',
    'inspection.read',
    { ...record, partnerId: 'colleague', isEffective: false },
    ['supervisor', 'colleague', 'deputy', 'head', 'province'],
  ],
  [
    '监督内档 is read by the partner as well, never by bureau or parties',
    'inspection.read',
    { ...record, partnerId: 'colleague', recipientIds: [], isEffective: true },
    ['supervisor', 'colleague', 'deputy', 'head', 'province'],
  ],
  [
    'the review of a waiting record is not read by a partner who is with another station by now',
    'inspection.readReview',
    { ...record, partnerId: 'otherSupervisor', isEffective: false },
    ['supervisor', 'colleague', 'deputy', 'head', 'province'],
  ],
  [
    'having been there is confirmed by the partner, and nobody else',
    'inspection.confirm',
    { ...record, partnerId: 'colleague' },
    ['colleague'],
  ],
  [
    'a head who was the partner confirms; the project’s own supervisor does not for them',
    'inspection.confirm',
    { ...record, partnerId: 'head' },
    ['head'],
  ],
  ['without a partner nobody confirms', 'inspection.confirm', record, []],
  ['a corrected copy is its author’s, and nobody else’s', 'inspection.resubmit', record, ['supervisor']],
  [
    'a party named as author of a record corrects nothing',
    'inspection.resubmit',
    { ...record, authorId: 'contractor' },
    [],
  ],
];

describe('who may do what', () => {
  test.each(TABLE)('%s', (_, verb, subject, allowed) => {
    const permitted = EVERYBODY.filter((name) => permits(CAST[name], verb, subject));
    expect(permitted.sort()).toEqual([...allowed].sort());
  });

  test('a supervisor named as reviewer of a colleague’s record may review and read it', () => {
    const subject: Subject = {
      ...record,
      authorId: 'colleague',
      reviewerIds: ['supervisor'],
      supervisorIds: [],
    };
    expect(permits(CAST.supervisor, 'inspection.review', subject)).toBe(true);
    expect(permits(CAST.supervisor, 'inspection.read', { ...subject, isEffective: false })).toBe(true);
  });

  test('the head and the province review only when named', () => {
    expect(permits(CAST.head, 'inspection.review', record)).toBe(false);
    expect(permits(CAST.head, 'inspection.review', { ...record, reviewerIds: ['head'] })).toBe(true);
    expect(permits(CAST.province, 'inspection.review', { ...record, reviewerIds: ['province'] })).toBe(true);
  });

  test.each(['author', 'partner', 'reviewer'] as const)(
    'what somebody was to a record ends with their post at its station: the %s',
    (part) => {
      const subject: Subject = {
        ...project,
        supervisorIds: [],
        ...{ isEffective: false, reviewerIds: part === 'reviewer' ? ['x'] : [] },
        ...{ authorId: part === 'author' ? 'x' : 'supervisor', partnerId: part === 'partner' ? 'x' : '' },
      };
      const verbs: readonly Verb[] = ['inspection.read', 'inspection.readReview'];
      for (const verb of verbs) {
        expect(permits(actor(stationPost('x', 'supervisor', 'haikou')), verb, subject)).toBe(true);
        expect(permits(actor(stationPost('x', 'province', 'province')), verb, subject)).toBe(true);
        for (const post of [
          stationPost('x', 'supervisor', 'sanya'),
          stationPost('x', 'head', 'sanya'),
          stationPost('x', 'administrator', 'haikou'),
          stationPost('x', 'bureau', 'haikou'),
          partyPost('x', 'project'),
        ])
          expect([post._id, post.role, permits(actor(post), verb, subject)]).toEqual([
            post._id,
            post.role,
            false,
          ]);
      }
    },
  );

  test('who went to another station neither reviews, confirms nor corrects what is of the old one', () => {
    const moved = actor(stationPost('x', 'deputy', 'sanya'));
    const subject: Subject = { ...record, authorId: 'x', partnerId: 'x', reviewerIds: ['x'] };
    for (const verb of ['inspection.review', 'inspection.confirm', 'inspection.resubmit'] as const) {
      expect(permits(actor(stationPost('x', 'deputy', 'haikou')), verb, subject)).toBe(true);
      expect(permits(moved, verb, subject)).toBe(false);
    }
  });

  test('a recipient who is no longer with the project reads nothing of it', () => {
    const moved = actor(partyPost('contractor', 'elsewhere'));
    expect(permits(moved, 'inspection.read', { ...record, isEffective: true })).toBe(false);
  });

  test('a bureau person with two areas sees both', () => {
    const both = actor(stationPost('bureau', 'bureau', 'haikou', ['haikou', 'sanya']));
    expect(permits(both, 'project.read', project)).toBe(true);
    expect(permits(both, 'project.read', { ...project, stationId: 'sanya' })).toBe(true);
    expect(permits(both, 'project.read', { ...project, stationId: 'danzhou' })).toBe(false);
  });

  test('the owner’s representative reports the project, no other party and no other owner', () => {
    const owner = { ...partyPost('owner', 'project'), unitRole: 'owner' as const };
    expect(permits(actor(owner), 'project.report', project)).toBe(true);
    expect(permits(actor({ ...owner, projectId: 'elsewhere' }), 'project.report', project)).toBe(false);
  });

  test('several posts add up', () => {
    const both = actor(stationPost('x', 'bureau', 'sanya'), partyPost('x', 'project'));
    expect(permits(both, 'project.read', project)).toBe(true);
    expect(permits(both, 'project.locate', project)).toBe(false);
  });
});
