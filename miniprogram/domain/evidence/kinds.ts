/**
 * 证据 by kind, with its bounds: the page stops at them and the function refuses beyond them. Seconds are the
 * recorder's to keep (chooseMedia maxDuration, RecorderManager duration); the function sees bytes.
 */
export const EVIDENCE_KINDS = {
  /** The original as the camera made it; what is shown in its place (drawn on, stamped) is a photo of its own. */
  photo: {
    name: '照片',
    unit: '张',
    maxBytes: 20 * 1024 * 1024,
    maxSeconds: null,
    perFinding: 20,
    perInspection: 60,
  },
  /** A minute at 1080p is some 60 MB in HEVC, up to 100 MB in H.264; the phone itself keeps no file above 100 MB. */
  video: {
    name: '视频',
    unit: '段',
    maxBytes: 100 * 1024 * 1024,
    maxSeconds: 60,
    perFinding: 3,
    perInspection: 10,
  },
  /** Ten minutes at 320 kbit/s, the recorder's highest rate, are 24 MB. */
  voice: {
    name: '录音',
    unit: '段',
    maxBytes: 25 * 1024 * 1024,
    maxSeconds: 600,
    perFinding: 3,
    perInspection: 10,
  },
  /** 现场签字: ink on white, drawn on the phone; it stands with the visit, not with a problem. */
  signature: {
    name: '签名',
    unit: '个',
    maxBytes: 512 * 1024,
    maxSeconds: null,
    perFinding: 0,
    perInspection: 1,
  },
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** Whether it is looked at and does not play. */
export const isPicture = (kind: EvidenceKind): boolean => EVIDENCE_KINDS[kind].maxSeconds === null;

/** What a list shows of a photo: small enough to fetch by the dozen. */
export const THUMBNAIL_BYTES = 200 * 1024;

/** A photo of 50 megapixels is 8160 × 6120; what claims more is a bomb for whoever decodes it (4 bytes a pixel). */
export const MAX_PIXELS = 65_000_000;

/** 照片, or 第 3 张照片, or 第 2 个问题的第 3 张照片: how a refusal names it. */
export const evidenceName = (kind: EvidenceKind, order?: number, findingOrder?: number): string => {
  const { name, unit } = EVIDENCE_KINDS[kind];
  if (order === undefined) return name;
  return `${findingOrder === undefined ? '' : `第 ${findingOrder} 个问题的`}第 ${order} ${unit}${name}`;
};

/** 20 MB */
export const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`;
