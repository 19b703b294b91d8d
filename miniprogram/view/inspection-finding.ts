import type { InspectionView } from '../services/inspection';
import { SEVERITY_TONES, type Tag } from './inspection-view';
import { lengthOf } from './voice/voice-time';
import { listed } from './words';

type FindingView = InspectionView['findings'][number];

/** What of a problem is shown before it is unfolded. Counts; the words in characters. */
interface Share {
  readonly entries: number;
  readonly photos: number;
  readonly words: number;
}

/**
 * What all problems of a record share at first: the largest record that may be (ten problems of twenty entries) still
 * fits the first screen's 16 KB, and a usual one is shown whole.
 */
const ALL: Share = { entries: 16, photos: 20, words: 900 };
const MOST_ENTRIES = 8;
/** As many may be unfolded at once: each is some two hundred nodes. */
const MOST_OPEN = 2;

const shareOf = (findings: number): Share => ({
  entries: Math.min(MOST_ENTRIES, Math.max(1, Math.floor(ALL.entries / findings))),
  photos: Math.max(2, Math.floor(ALL.photos / findings)),
  words: Math.floor(ALL.words / findings),
});

/** What the supervisor judged, as far as it was judged. */
const judgedOf = ({ unit, actionName, days }: FindingView) => [
  ...(unit ? [{ label: '责任单位', value: `${unit.name}（${unit.role}）` }] : []),
  { label: '处理建议', value: actionName },
  ...(days === null ? [] : [{ label: '整改期限', value: days === 0 ? '当日' : `${days} 天` }]),
];

const folded = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

const cardOf = (finding: FindingView, share: Share | null) => {
  const { cited, photos, supplement, severity, severityName } = finding;
  const most = share ?? { entries: cited.length, photos: photos.length, words: supplement.length };
  const isWhole =
    cited.length <= most.entries && photos.length <= most.photos && supplement.length <= most.words;
  const counts = [
    cited.length > 0 && `${cited.length} 条标准规范及违法违规行为`,
    photos.length > 0 && `${photos.length} 张照片`,
  ];
  return {
    order: finding.order,
    photoIds: photos.map(({ evidenceId }) => evidenceId),
    photos: photos.slice(0, most.photos).map(({ thumbnailUrl }) => thumbnailUrl ?? ''),
    doubtful: photos.slice(0, most.photos).map(({ isDoubtful }) => isDoubtful),
    videos: finding.videos.map(({ evidenceId, thumbnailUrl, durationMs }) => ({
      ...{ evidenceId, poster: thumbnailUrl ?? '', length: lengthOf(durationMs ?? 0) },
    })),
    voices: finding.voices.map(({ evidenceId, url, durationMs }) => ({
      ...{ evidenceId, src: url ?? '', durationMs: durationMs ?? 0 },
    })),
    severity: { word: severityName, tone: SEVERITY_TONES[severity], sign: '' } satisfies Tag,
    judged: judgedOf(finding),
    isNumbered: cited.length > 1,
    cited: cited.slice(0, most.entries).map((entry, index) => ({
      order: index + 1,
      text: entry.text,
      // The problem's own severity stands above; an entry's is told where it is another.
      about: listed([entry.severity === severity ? '' : entry.severityName, entry.kind, entry.basis]),
    })),
    supplement: folded(supplement, most.words),
    /** What is unfolded by a tap; '' where nothing is folded. */
    more: isWhole ? '' : `展开全部（${counts.filter(Boolean).join('，') || '问题补充说明'}）`,
  };
};

/** @param open numbers of the problems that are unfolded */
export const findingCards = (findings: readonly FindingView[], open: readonly number[]) => {
  const share = shareOf(Math.max(1, findings.length));
  return findings.map((finding) => cardOf(finding, open.includes(finding.order) ? null : share));
};

/** The problem unfolded besides those that are; the one unfolded first is folded again where there are too many. */
export const unfolded = (open: readonly number[], order: number): number[] =>
  [...open.filter((each) => each !== order), order].slice(-MOST_OPEN);
