import type { Actor, PartyPost, Post, StationPost } from '../../../miniprogram/domain/people/post';
import type { Project } from '../../../miniprogram/domain/project/project';
import { fileEvidence, type SentFile, type StoredFile } from '../file-evidence';
import { hoursBefore, inspected, must, requestIdOf, type Inspected } from '../forming';
import { original, shownCopy, shownThumbnail, SIGHTS, signature, thumbnail } from './pictures';
import { voice, VOICE_SECONDS } from './voice';

const KEY = 'bj3a-evidence';
const PROJECT = 'pr-bj3a';
const [AUTHOR, REVIEWER, RECIPIENTS] = ['p0103', 'p0101', ['p0302', 'p0306']];
/** Before the anchor. */
const HOURS = 170;

type Named = Readonly<Record<'photo1' | 'photo2' | 'photo3' | 'shown' | 'voice' | 'signature', SentFile>>;

const photoOf = (index: number): SentFile => {
  const sight = must(SIGHTS[index], 'sight');
  return {
    kind: 'photo',
    bytes: original(sight),
    thumbnail: thumbnail(sight),
    durationMs: null,
    annotates: null,
  };
};

let made: Named | undefined;
/** What was sent, painted once. */
const sent = (): Named =>
  (made ??= {
    photo1: photoOf(0),
    photo2: photoOf(1),
    photo3: photoOf(2),
    shown: {
      kind: 'photo',
      bytes: shownCopy(must(SIGHTS[0], 'sight')),
      thumbnail: shownThumbnail(must(SIGHTS[0], 'sight')),
      durationMs: null,
      annotates: null,
    },
    voice: {
      kind: 'voice',
      bytes: voice(),
      thumbnail: null,
      durationMs: VOICE_SECONDS * 1000,
      annotates: null,
    },
    signature: { kind: 'signature', bytes: signature(), thumbnail: null, durationMs: null, annotates: null },
  });

interface SiteRecord extends Inspected {
  readonly files: readonly StoredFile[];
}

interface Surroundings {
  readonly posts: readonly Post[];
  readonly projects: readonly Project[];
}

type Documents = Readonly<Record<string, readonly { readonly _id: string }[]>>;

const actorOf = (personId: string, posts: readonly Post[]): Actor => {
  const own = posts.filter((post) => post.personId === personId);
  return { personId, name: must(own[0], 'person').personName, posts: own };
};

/**
 * A record with everything that evidence may be: photos, one of them drawn on, a recording and 现场签字. The files are
 * the same whatever the anchor.
 * @param fileIdOf what the storage calls a file at a path
 */
const siteRecord = (
  anchor: string,
  { posts, projects }: Surroundings,
  fileIdOf: (path: string) => string,
): SiteRecord => {
  const author = actorOf(AUTHOR, posts);
  const at = hoursBefore(anchor, HOURS);
  const sending = {
    author,
    requestId: requestIdOf(`evidence ${KEY}`),
    takenAt: hoursBefore(at, 0.5),
    receivedAt: hoursBefore(at, 0.1),
  };
  const files = sent();
  const send = (file: SentFile) => fileEvidence(file, sending, fileIdOf);
  const photo1 = send(files.photo1);
  const shown = send({ ...files.shown, annotates: photo1.evidence });
  const [photo2, photo3] = [send(files.photo2), send(files.photo3)];
  const [said, signed] = [send(files.voice), send(files.signature)];
  const record = inspected({
    key: KEY,
    project: must(
      projects.find(({ _id }) => _id === PROJECT),
      'project',
    ),
    author,
    at,
    content: {
      type: 'safety',
      part: '2 号楼 9 层外架',
      findings: [
        {
          evidence: [photo1, shown, photo2, said].map(({ evidence }) => evidence),
          catalogueIds: ['S-SCO-004'],
          supplement: '9 层北侧两跨防护栏杆缺失，照片中已圈出。',
        },
        { evidence: [photo3.evidence], catalogueIds: ['S-SCO-002'], supplement: '' },
      ],
      reviewerIds: [REVIEWER],
      recipientIds: RECIPIENTS,
    },
    attendance: { unitId: 'u-build-1', name: '赵铁山', signature: signed.evidence, refusal: '' },
    reviewerPosts: posts.filter((post): post is StationPost => post.kind === 'station'),
    recipientPosts: posts.filter((post): post is PartyPost => post.kind === 'party'),
    partner: null,
    previous: null,
    review: { by: actorOf(REVIEWER, posts), action: 'approve', reason: '', at: hoursBefore(at, -1) },
  });
  return { ...record, files: [photo1, shown, photo2, photo3, said, signed].flatMap((each) => each.files) };
};

/** The hand-written demonstration with the record, and the files that are to stand in the storage for it. */
export const withSiteRecord = (
  byHand: Documents,
  anchor: string,
  fileIdOf: (path: string) => string,
): { readonly documents: Documents; readonly files: readonly StoredFile[] } => {
  const { posts = [], projects = [], inspections = [], inbox = [] } = byHand;
  const surroundings = { posts, projects } as unknown as Surroundings;
  const site = siteRecord(anchor, surroundings, fileIdOf);
  return {
    documents: {
      ...byHand,
      inspections: [...inspections, site.inspection],
      evidence: site.evidence,
      inbox: [...inbox, ...site.inbox],
    },
    files: site.files,
  };
};
