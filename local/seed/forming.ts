import { createHash } from 'node:crypto';
import { CATALOGUE } from '../../cloudfunctions/_shared/catalogue';
import type { Evidence } from '../../miniprogram/domain/evidence/evidence';
import type { SubmittedAttendance } from '../../miniprogram/domain/inspection/attendance';
import { inboxItemsFor, reviewedItemFor, type InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import { formConfirmation } from '../../miniprogram/domain/inspection/form-confirmation';
import {
  formInspection,
  type SubmitInspection,
  type SubmittedFinding,
} from '../../miniprogram/domain/inspection/form-inspection';
import { formReview, reviewedBy } from '../../miniprogram/domain/inspection/form-review';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import type { InspectionAction } from '../../miniprogram/domain/inspection/lifecycle';
import { proposeFinding, type Judgement } from '../../miniprogram/domain/inspection/propose-finding';
import type { Sha256 } from '../../miniprogram/domain/integrity/event-chain';
import type { Actor, PartyPost, StationPost } from '../../miniprogram/domain/people/post';
import { formLocation } from '../../miniprogram/domain/project/form-location';
import { formProjectState } from '../../miniprogram/domain/project/form-project-state';
import type { Project } from '../../miniprogram/domain/project/project';
import type { ProjectAction } from '../../miniprogram/domain/project/project-state';

/** What every part of the demonstration is made with: the domain's own functions, applied as the functions would. */
const HOUR_MS = 60 * 60 * 1000;

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Of a file's bytes, hex. */
export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The same key always gives the same requestId, so the same anchor gives the same database. */
export const requestIdOf = (key: string): string =>
  sha256(`demonstration:${key}`).replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, a: string, b: string, c: string, d: string, e: string) => `${a}-${b}-4${c}-8${d}-${e}`,
  );

export const hoursBefore = (anchor: string, hours: number): string =>
  new Date(Date.parse(anchor) - hours * HOUR_MS).toISOString();

export const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`demonstration data names an unknown ${what}`);
  return value;
};

export interface SeededLocation {
  readonly point: { readonly lng: number; readonly lat: number };
  /** Metres. */
  readonly accuracy: number;
  readonly at: string;
  /** What the map service would call it. */
  readonly address: string;
  readonly cover: Evidence | null;
}

/** The project as it stands once the person located it. @throws DomainError when they may not */
export const locatedBy = (
  project: Project,
  actor: Actor,
  { point, accuracy, at, address, cover }: SeededLocation,
): Project => {
  const command = {
    requestId: requestIdOf(`locate ${project._id}`),
    projectId: project._id,
    position: { ...point, accuracy, takenAt: at },
    coverId: cover?._id ?? null,
  };
  const change = formLocation(command, actor, at, { project, address, cover }, sha256);
  if (change === 'repeated') throw new Error(`demonstration location repeated: ${project._id}`);
  return {
    ...project,
    version: change.version + 1,
    position: change.position,
    place: change.place,
    cover: change.cover,
    changedAt: change.event.at,
    events: [...project.events, change.event],
  };
};

/** The project as it stands once the person changed its state. @throws DomainError when they may not, or it cannot be */
export const changedBy = (
  project: Project,
  actor: Actor,
  { action, reason, at }: { readonly action: ProjectAction; readonly reason: string; readonly at: string },
): Project => {
  const command = { requestId: requestIdOf(`${action} ${project._id}`), projectId: project._id, reason };
  const change = formProjectState(action, command, actor, at, project, sha256);
  if (change === 'repeated') throw new Error(`demonstration state repeated: ${project._id}`);
  const { version, state, event } = change;
  return {
    ...project,
    ...{ version: version + 1, state, changedAt: event.at },
    events: [...project.events, event],
  };
};

/** With the evidence itself, which the finding cites. */
type SeededFinding = Omit<SubmittedFinding, keyof Judgement | 'evidenceIds'> & {
  readonly evidence: readonly Evidence[];
};

export interface SeededSubmission {
  readonly key: string;
  readonly project: Project;
  readonly author: Actor;
  readonly at: string;
  /** The rejected record it corrects; it may cite the same evidence. */
  readonly previous: Inspection | null;
  /** Without findings it is 未发现问题; what a finding is judged by is what its entries propose. */
  readonly content: Pick<SubmitInspection, 'type' | 'part' | 'reviewerIds' | 'recipientIds'> & {
    readonly findings: readonly SeededFinding[];
  };
  /** 现场签字, with the signature itself. */
  readonly attendance?: Omit<SubmittedAttendance, 'signatureId'> & { readonly signature: Evidence | null };
  readonly reviewerPosts: readonly StationPost[];
  readonly recipientPosts: readonly PartyPost[];
  readonly partner: { readonly actor: Actor; readonly confirmsAt: string | null } | null;
  readonly review: {
    readonly by: Actor;
    readonly action: InspectionAction;
    readonly reason: string;
    readonly at: string;
  } | null;
}

export interface Inspected {
  readonly inspection: Inspection;
  readonly inbox: readonly InboxItem[];
  /** As it stands once the record cites it. */
  readonly evidence: readonly Evidence[];
}

const judged = ({ evidence, ...finding }: SeededFinding, project: Project): SubmittedFinding => ({
  ...finding,
  evidenceIds: evidence.map(({ _id }) => _id),
  ...proposeFinding(
    finding.catalogueIds.flatMap((id) => CATALOGUE.get(id) ?? []),
    project.parties,
  ),
});

/** The partner's one tap, where it came. */
const confirmedBy = (inspection: Inspection, { key, project, partner }: SeededSubmission): Inspection => {
  if (!partner?.confirmsAt || inspection.status === 'rejected') return inspection;
  const command = { requestId: requestIdOf(`confirm ${key}`), inspectionId: inspection._id };
  const change = formConfirmation(command, partner.actor, partner.confirmsAt, inspection, project, sha256);
  if (change === 'repeated') throw new Error(`demonstration confirmation repeated: ${key}`);
  return reviewedBy(inspection, change);
};

const attendanceOf = ({ attendance }: SeededSubmission): SubmittedAttendance | null => {
  if (!attendance) return null;
  const { unitId, name, signature, refusal } = attendance;
  return { unitId, name, signatureId: signature?._id ?? null, refusal };
};

/** The record as it was submitted and, where it was, reviewed, with the inbox rows it left. @throws DomainError */
export const inspected = (seeded: SeededSubmission): Inspected => {
  const { key, project, author, at, content, reviewerPosts, recipientPosts, partner, review } = seeded;
  const signature = seeded.attendance?.signature ?? null;
  const findings = content.findings.map((finding) => judged(finding, project));
  const named = [...content.findings.flatMap(({ evidence }) => evidence), ...(signature ? [signature] : [])];
  const submitted = formInspection(
    {
      requestId: requestIdOf(`submit ${key}`),
      projectId: project._id,
      ...content,
      findings,
      isClear: findings.length === 0,
      attendance: attendanceOf(seeded),
      partnerId: partner?.actor.personId ?? null,
      previousId: seeded.previous?._id ?? null,
    },
    author,
    at,
    {
      project,
      reviewerPosts,
      recipientPosts,
      partnerPosts: partner?.actor.posts.filter((post) => post.kind === 'station') ?? [],
      previous: seeded.previous,
      catalogue: CATALOGUE,
      evidence: new Map(named.map((each) => [each._id, each])),
      sha256,
    },
  );
  // What a corrected copy uses again stays with the record that used it first.
  const evidence = named.map((each) => ({ ...each, citedIn: each.citedIn ?? submitted._id }));
  if (!review) {
    const confirmed = confirmedBy(submitted, seeded);
    return { inspection: confirmed, inbox: inboxItemsFor(confirmed), evidence };
  }
  const change = formReview(
    review.action,
    { requestId: requestIdOf(`review ${key}`), inspectionId: submitted._id, reason: review.reason },
    review.by,
    review.at,
    submitted,
    project,
    sha256,
  );
  if (change === 'repeated') throw new Error(`demonstration review repeated: ${key}`);
  const inspection = confirmedBy(reviewedBy(submitted, change), seeded);
  return {
    inspection,
    evidence,
    inbox: [reviewedItemFor(inspection, review.by.personId), ...inboxItemsFor(inspection)],
  };
};
