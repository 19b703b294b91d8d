import type { InspectionType } from '../domain/inspection/inspection';
import type { NameablePeople } from '../services/inspection';
import type { ReportForm } from './report-form';

/** Whom and what the last report on a project chose; kept on the phone. */
export interface LastChoices {
  readonly projectId: string;
  readonly type: InspectionType;
  readonly partnerId: string | null;
  readonly reviewerIds: readonly string[];
  readonly recipientIds: readonly string[];
}

export const choicesOf = ({ project, type, partner, reviewers, recipients }: ReportForm): LastChoices => ({
  projectId: project?.projectId ?? '',
  type,
  partnerId: partner?.personId ?? null,
  reviewerIds: reviewers.map(({ personId }) => personId),
  recipientIds: recipients.map(({ personId }) => personId),
});

export type Role = 'partners' | 'reviewers' | 'recipients';

/** The people of that role with these ids, in the order of the ids; who can no longer be named is left out. */
export const namedAmong = (people: NameablePeople, role: Role, ids: readonly string[]) =>
  ids.flatMap((id) => people[role].find(({ personId }) => personId === id) ?? []);

type Chosen = Pick<LastChoices, 'partnerId' | 'reviewerIds' | 'recipientIds'>;

/** The choices as they can be made today, and what the person is told of it. */
export const chosenAgain = (
  people: NameablePeople,
  { partnerId, reviewerIds, recipientIds }: Chosen,
): Pick<ReportForm, 'partner' | 'reviewers' | 'recipients'> & { readonly note: string } => {
  const partnerIds = partnerId === null ? [] : [partnerId];
  const [partner = null] = namedAmong(people, 'partners', partnerIds);
  const reviewers = namedAmong(people, 'reviewers', reviewerIds);
  const recipients = namedAmong(people, 'recipients', recipientIds);
  const wanted = partnerIds.length + reviewerIds.length + recipientIds.length;
  const found = (partner ? 1 : 0) + reviewers.length + recipients.length;
  const missing = wanted - found;
  const note =
    wanted === 0
      ? ''
      : missing > 0
        ? `已沿用上次的人员；有 ${missing} 人已不可选，请核对`
        : '已沿用上次的人员，请核对';
  return { partner, reviewers, recipients, note };
};

/** The row of people: every name while they are few. */
const MOST_NAMES = 3;
export const spokenNames = (people: readonly { readonly name: string }[]): string => {
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
  return people.length > MOST_NAMES ? `${names.join('、')} 等 ${people.length} 人` : names.join('、');
};
