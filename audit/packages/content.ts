/** What a style or a template fetches from elsewhere: a font, a picture, a style. Scripts reach nothing but wx.cloud. */
const ELSEWHERE = /(?:url\(\s*["']?|\bsrc\s*=\s*["']|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/gi;
/** The program may name the entries found most; it holds no part of the catalogue by that. */
const MOST_NAMED = 20;
const FONT = /@font-face|\bwx\s*\.\s*loadFontFace\b/;
/** A picture or a sound written out where it is used. */
const WRITTEN_OUT = /data:(?:image|audio)\/[^,"'`\s]*,[^"'`)\s]*/gi;

export interface PackedText {
  /** As it is named in what is said of it. */
  readonly file: string;
  readonly text: string;
}

/** By number, as S-SCO-004, or by its words: the file that phones fetch has the numbers apart from their discipline. */
export interface NamedEntry {
  readonly id: string;
  readonly text: string;
}

/** A script may write 建 as \u5efa. */
const plain = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));

/** The entries are counted over all files: in ten parts it is the same catalogue. */
const catalogueFaults = (files: readonly PackedText[], entries: readonly NamedEntry[]): string[] => {
  const holding = new Set<string>();
  const plainFiles = files.map(({ file, text }) => ({ file, text: plain(text) }));
  const held = entries.filter(({ id, text }) => {
    const of = plainFiles.filter((each) => each.text.includes(id) || each.text.includes(text));
    for (const { file } of of) holding.add(file);
    return of.length > 0;
  });
  if (held.length <= MOST_NAMED) return [];
  const first = held.slice(0, 3).map(({ id }) => id);
  return [
    `${[...holding].join('、')} 含有标准规范及违法违规行为 ${first.join('、')}（共 ${held.length} 条）：目录不随包发布`,
  ];
};

/**
 * What the program may not hold: the catalogue, which phones fetch as one file of its own; fonts, which the
 * icons do without; anything fetched from another host.
 * @param entries of the catalogue
 */
export const faultsOfContent = (files: readonly PackedText[], entries: readonly NamedEntry[]): string[] => [
  ...catalogueFaults(files, entries),
  ...files.flatMap(({ file, text }) => [
    ...(FONT.test(text) ? [`${file} 载入字体：图标不用字体`] : []),
    ...[...text.matchAll(ELSEWHERE)].map(([, address]) => `${file} 从别的主机取 ${address ?? ''}`),
  ]),
];

/** Bytes of the pictures and sounds that stand in a text as data: addresses. */
export const pictureBytesIn = (text: string): number =>
  (text.match(WRITTEN_OUT) ?? []).reduce((sum, each) => sum + Buffer.byteLength(each), 0);
