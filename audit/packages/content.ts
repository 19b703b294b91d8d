/** As the catalogue numbers its entries: S-SCO-004. */
const ENTRY_ID = /\b[A-Z]+-[A-Z]+-\d{3}\b/g;
/** What a style or a template fetches from elsewhere: a font, a picture. Scripts reach nothing but wx.cloud. */
const ELSEWHERE = /(?:url\(\s*["']?|\bsrc\s*=\s*["'])((?:https?:)?\/\/[^"')\s]+)/gi;
/** A page may name the entries found most; it holds no part of the catalogue by that. */
const MOST_NAMED = 20;
const FONT = /@font-face|\bwx\s*\.\s*loadFontFace\b/;

/**
 * What a package may not hold: the catalogue, which phones fetch as one file of its own; fonts, which the
 * icons do without; anything fetched from another host.
 * @param file as it is named in what is said of it
 * @param ids of the catalogue's entries
 */
export const faultsOfContent = (file: string, text: string, ids: ReadonlySet<string>): string[] => {
  const held = [...new Set(text.match(ENTRY_ID) ?? [])].filter((id) => ids.has(id));
  const elsewhere = [...text.matchAll(ELSEWHERE)].map(([, address]) => address ?? '');
  return [
    ...(held.length > MOST_NAMED
      ? [
          `${file} 含有标准规范及违法违规行为 ${held.slice(0, 3).join('、')}（共 ${held.length} 条）：目录不随包发布`,
        ]
      : []),
    ...(FONT.test(text) ? [`${file} 载入字体：图标不用字体`] : []),
    ...elsewhere.map((address) => `${file} 从别的主机取 ${address}`),
  ];
};
