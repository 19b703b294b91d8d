import type { CatalogueEntry } from '../catalogue/catalogue';
import { DomainError } from '../errors';
import { citeEvidence } from '../evidence/cite-evidence';
import type { CitedEvidence, Evidence } from '../evidence/evidence';
import { canonicalJson } from '../integrity/canonical-json';
import { chainEvent, type Sha256 } from '../integrity/event-chain';
import { recordIdOf, stampCommand, type CommandStamp } from '../integrity/command';
import { refOf, type Actor, type PartyPost, type PersonRef, type StationPost } from '../people/post';
import type { Project } from '../project/project';
import { searchWords } from '../search/search-words';
import { formAttendance, type SubmittedAttendance } from './attendance';
import {
  evidenceOf,
  INSPECTION_TYPES,
  reasonOf,
  type CitedEntry,
  type Finding,
  type Inspection,
  type InspectionType,
  type ResponsibleUnit,
} from './inspection';
import type { Judgement } from './propose-finding';

/** What the author submits; JSON, checked for shape and bounds before it comes here. */
export interface SubmitInspection {
  readonly requestId: string;
  readonly projectId: string;
  readonly type: InspectionType;
  readonly part: string;
  /** 未发现问题 */
  readonly isClear: boolean;
  readonly findings: readonly SubmittedFinding[];
  /** 现场签字 or 拒签 */
  readonly attendance: SubmittedAttendance | null;
  readonly reviewerIds: readonly string[];
  readonly recipientIds: readonly string[];
  /** 共同检查人 */
  readonly partnerId: string | null;
  /** The rejected record this one corrects. */
  readonly previousId: string | null;
}

export interface SubmittedFinding extends Judgement {
  /** Confirmed evidence, in order. */
  readonly evidenceIds: readonly string[];
  readonly catalogueIds: readonly string[];
  readonly supplement: string;
}

/** What the function read for the command; every named person's posts in force are among `posts`. */
export interface InspectionSurroundings {
  readonly project: Project;
  readonly reviewerPosts: readonly StationPost[];
  readonly recipientPosts: readonly PartyPost[];
  readonly partnerPosts: readonly StationPost[];
  /** The record `previousId` names, if the author may see it. */
  readonly previous: Inspection | null;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  /** What was found of the evidence named. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly sha256: Sha256;
}

const cite = (
  id: string,
  type: InspectionType,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): CitedEntry => {
  const entry = catalogue.get(id);
  if (!entry) throw new DomainError('input.unknownCatalogueEntry', { id });
  if (!entry.types.includes(type)) {
    throw new DomainError('input.catalogueEntryOutsideType', {
      text: entry.text,
      type: INSPECTION_TYPES[type],
    });
  }
  const { kind, text, basis, severity } = entry;
  return { id, kind, text, basis, severity };
};

const unitOf = (unitId: string | null, order: number, project: Project): ResponsibleUnit | null => {
  if (unitId === null) return null;
  const party = project.parties.find((candidate) => candidate.unitId === unitId);
  if (!party) throw new DomainError('input.unitNotParty', { order });
  const { unitName, unitRole } = party;
  return { unitId, unitName, unitRole };
};

const formFinding = (
  submitted: SubmittedFinding,
  evidence: readonly CitedEvidence[],
  index: number,
  type: InspectionType,
  { catalogue, project }: Pick<InspectionSurroundings, 'catalogue' | 'project'>,
): Finding => {
  const order = index + 1;
  const supplement = submitted.supplement.trim();
  if (evidence.length === 0 && submitted.catalogueIds.length === 0 && supplement === '') {
    throw new DomainError('input.emptyFinding', { order });
  }
  return {
    order,
    evidence,
    cited: submitted.catalogueIds.map((id) => cite(id, type, catalogue)),
    supplement,
    severity: submitted.severity,
    unit: unitOf(submitted.unitId, order, project),
    action: submitted.action,
    days: submitted.days,
  };
};

const requireFindings = ({ isClear, findings }: SubmitInspection): void => {
  if (isClear && findings.length > 0) throw new DomainError('input.clearWithFindings');
  if (!isClear && findings.length === 0) throw new DomainError('input.noFindings');
};

/** Another officer of the project's station, whoever they are there but administrator or bureau. */
export const isPartnerPost = (post: StationPost, project: Pick<Project, 'stationId'>): boolean =>
  post.stationId === project.stationId && ['supervisor', 'deputy', 'head'].includes(post.role);

const partnerOf = (
  { partnerId }: SubmitInspection,
  actor: Actor,
  { partnerPosts, project }: InspectionSurroundings,
): PersonRef | null => {
  if (partnerId === null) return null;
  const post = partnerPosts.find(
    (candidate) => candidate.personId === partnerId && isPartnerPost(candidate, project),
  );
  if (!post || partnerId === actor.personId) throw new DomainError('input.partnerUnavailable');
  return refOf(post);
};

/** What the corrected copy points at. The author's right to it is looked at before anything of it is told. */
const previousOf = (
  { previousId, projectId }: SubmitInspection,
  actor: Actor,
  previous: Inspection | null,
): Inspection['previous'] => {
  if (previousId === null) return null;
  if (previous?._id !== previousId || previous.authorId !== actor.personId)
    throw new DomainError('record.notVisible');
  if (previous.status !== 'rejected') throw new DomainError('inspection.notRejected');
  if (previous.project.projectId !== projectId) throw new DomainError('inspection.otherProject');
  return { inspectionId: previous._id, reason: reasonOf(previous) };
};

/**
 * The `_id` of what a submission makes. A rejected record is corrected once, so the copy's follows from it; every other
 * one's from the requestId.
 */
export const inspectionIdOf = (
  { previousId, requestId }: Pick<SubmitInspection, 'previousId' | 'requestId'>,
  authorId: string,
  sha256: Sha256,
): string =>
  previousId === null
    ? recordIdOf('inspection', authorId, requestId, sha256)
    : recordIdOf('inspection.resubmission', authorId, previousId, sha256);

/** The named people's posts in the order they were named. */
const postsOf = <P extends StationPost | PartyPost>(
  personIds: readonly string[],
  posts: readonly P[],
  field: string,
): P[] =>
  personIds.map((personId) => {
    const post = posts.find((candidate) => candidate.personId === personId);
    if (!post) throw new DomainError('input.personUnavailable', { field });
    return post;
  });

/** Reviewers lead the project's station, or sit in the province, and never review their own record; recipients hold a post with a party of this project. */
export const isReviewerPost = (post: StationPost, project: Pick<Project, 'stationId'>): boolean =>
  post.role === 'province' ||
  ((post.role === 'head' || post.role === 'deputy') && post.stationId === project.stationId);

export const stampSubmission = (command: SubmitInspection, sha256: Sha256): CommandStamp =>
  stampCommand('inspection.submit', command, sha256);

/**
 * The record a submission makes, whole, with its first event: one document, one write.
 * The author's right to the project is the caller's to check.
 * @param now instant, ISO
 * @throws DomainError neither findings nor 未发现问题, or both, unknown or unfitting catalogue entry, empty finding, evidence that is not the author's, used
 *   elsewhere, too old or too much, person who cannot be named
 */
export const formInspection = (
  command: SubmitInspection,
  actor: Actor,
  now: string,
  surroundings: InspectionSurroundings,
): Inspection => {
  const { project, reviewerPosts, recipientPosts, previous, sha256 } = surroundings;
  requireFindings(command);
  const inherited = new Set((previous ? evidenceOf(previous) : []).map(({ evidenceId }) => evidenceId));
  const citing = { evidence: surroundings.evidence, authorId: actor.personId, now, inherited };
  const manifests = citeEvidence(
    command.findings.map(({ evidenceIds }) => evidenceIds),
    citing,
  );
  const findings = command.findings.map((finding, index) =>
    formFinding(finding, manifests[index] ?? [], index, command.type, surroundings),
  );
  const reviewers = postsOf(
    command.reviewerIds,
    reviewerPosts.filter((post) => post.personId !== actor.personId && isReviewerPost(post, project)),
    '上报接收人',
  ).map(refOf);
  const recipients = postsOf(
    command.recipientIds,
    recipientPosts.filter((post) => post.projectId === project._id),
    '下达接收人',
  ).map(refOf);
  const authorPost = actor.posts.find((post) => post.kind === 'station') ?? actor.posts[0];
  if (!authorPost) throw new DomainError('auth.noPostInForce');
  const isReviewed = reviewers.length > 0;
  const content = {
    project: { projectId: project._id, name: project.name, number: project.number },
    stationId: project.stationId,
    stationName: project.stationName,
    type: command.type,
    part: command.part.trim(),
    isClear: command.isClear,
    findings,
    attendance: formAttendance(command.attendance, project, citing, previous?.attendance ?? null),
    author: refOf(authorPost),
    authorId: actor.personId,
    partner: partnerOf(command, actor, surroundings),
    previous: previousOf(command, actor, previous),
    citedIds: [...new Set(findings.flatMap(({ cited }) => cited.map(({ id }) => id)))],
    reviewPolicy: 'anyOne' as const,
    reviewers,
    recipients,
    submittedAt: now,
  };
  const submitted = chainEvent(
    [],
    {
      kind: 'submitted',
      at: now,
      by: { personId: actor.personId, name: actor.name },
      ...stampSubmission(command, sha256),
      // A digest, not a copy: whoever changes a finding later breaks the first link.
      data: { contentHash: sha256(canonicalJson(content)) },
    },
    sha256,
  );
  const _id = inspectionIdOf(command, actor.personId, sha256);
  const cited = evidenceOf(content).map(({ evidenceId }) => evidenceId);
  return {
    _id,
    claims: [_id, ...cited.filter((id) => !inherited.has(id))],
    version: 1,
    status: isReviewed ? 'pendingReview' : 'effective',
    ...content,
    // Beside the content, not of it: what lists find it by may change with the lists.
    hasRecipients: recipients.length > 0,
    words: searchWords([project.name, project.number, content.part, content.author.name]),
    effectiveAt: isReviewed ? null : now,
    changedAt: now,
    events: [submitted],
  };
};
