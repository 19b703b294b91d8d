import type { EvidenceKind } from './kinds';

/** Bytes that stand at a place of the file, one character a byte; any of them will do. */
interface Mark {
  readonly at: number;
  readonly oneOf: readonly string[];
}

interface MediaTypeRow {
  readonly name: string;
  readonly extension: string;
  /** What it may be evidence as; none for what is only recognised to be refused by name. */
  readonly kinds: readonly EvidenceKind[];
  readonly marks: readonly Mark[];
}

const BOX: Mark = { at: 4, oneOf: ['ftyp'] };

/**
 * File types by their first bytes; the first row that fits is the file's. Sources: ITU-T T.81 B.1.1.3 (JPEG),
 * RFC 2083 §3.1 (PNG), ISO/IEC 14496-12 §4.3 and the brands registered at mp4ra.org (ftyp), RFC 8794 §8.1 (EBML),
 * ISO/IEC 13818-7 §6.2 (ADTS), ISO/IEC 11172-3 §2.4.1.3 and id3.org (MP3).
 * A phone records AAC or MP3; a browser's recorder writes WebM.
 */
export const MEDIA_TYPES = {
  jpeg: { name: 'JPEG', extension: 'jpg', kinds: ['photo'], marks: [{ at: 0, oneOf: ['\xff\xd8\xff'] }] },
  png: {
    name: 'PNG',
    extension: 'png',
    kinds: ['photo', 'signature'],
    marks: [{ at: 0, oneOf: ['\x89PNG\r\n\x1a\n'] }],
  },
  heic: {
    name: 'HEIC',
    extension: 'heic',
    kinds: [],
    marks: [BOX, { at: 8, oneOf: ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif'] }],
  },
  mov: { name: 'MOV', extension: 'mov', kinds: ['video'], marks: [BOX, { at: 8, oneOf: ['qt  '] }] },
  m4a: { name: 'M4A', extension: 'm4a', kinds: ['voice'], marks: [BOX, { at: 8, oneOf: ['M4A ', 'M4B '] }] },
  mp4: {
    name: 'MP4',
    extension: 'mp4',
    kinds: ['video', 'voice'],
    marks: [
      BOX,
      {
        at: 8,
        oneOf: [
          'isom',
          'iso2',
          'iso4',
          'iso5',
          'iso6',
          'mp41',
          'mp42',
          'avc1',
          'M4V ',
          '3gp4',
          '3gp5',
          '3gp6',
        ],
      },
    ],
  },
  webm: {
    name: 'WebM',
    extension: 'webm',
    kinds: ['video', 'voice'],
    marks: [{ at: 0, oneOf: ['\x1a\x45\xdf\xa3'] }],
  },
  aac: {
    name: 'AAC',
    extension: 'aac',
    kinds: ['voice'],
    marks: [{ at: 0, oneOf: ['\xff\xf0', '\xff\xf1', '\xff\xf8', '\xff\xf9'] }],
  },
  mp3: {
    name: 'MP3',
    extension: 'mp3',
    kinds: ['voice'],
    marks: [{ at: 0, oneOf: ['ID3', '\xff\xfb', '\xff\xfa', '\xff\xf3', '\xff\xf2'] }],
  },
} as const satisfies Record<string, MediaTypeRow>;
export type MediaType = keyof typeof MEDIA_TYPES;

/** So many first bytes are enough to recognise any row. */
export const HEAD_BYTES = 64;

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const fits = (bytes: Uint8Array, { at, oneOf }: Mark): boolean =>
  oneOf.some((mark) => textAt(bytes, at, mark.length) === mark);

/** The file's type by its content, whatever it is called; null for what no row describes: SVG, HTML, text, nothing. */
export const recogniseMedia = (bytes: Uint8Array): MediaType | null =>
  (Object.keys(MEDIA_TYPES) as MediaType[]).find((type) =>
    MEDIA_TYPES[type].marks.every((mark) => fits(bytes, mark)),
  ) ?? null;

/** JPEG、PNG: the types that may be evidence of the kind. */
export const typeNamesOf = (kind: EvidenceKind): string =>
  Object.values<MediaTypeRow>(MEDIA_TYPES)
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ name }) => name)
    .join('、');
