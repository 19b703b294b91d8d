import { dataOf, type Builtin } from '../support/define';

interface Glyph {
  readonly color: string;
  /** Drawn in 24 × 24; a disc stands behind unless it is `bare`. */
  readonly path: string;
  readonly isBare?: boolean;
}

const TICK = 'M6.5 12.5l4 4 7-8';
const CROSS = 'M8 8l8 8M16 8l-8 8';
const EXCLAMATION = 'M12 6.5v7M12 16.5v1';

const GLYPHS: Readonly<Record<string, Glyph>> = {
  success: { color: '#09BB07', path: TICK },
  success_no_circle: { color: '#09BB07', path: TICK, isBare: true },
  info: { color: '#10AEFF', path: 'M12 10.5v7M12 6.5v1' },
  warn: { color: '#F76260', path: EXCLAMATION },
  waiting: { color: '#10AEFF', path: 'M12 7v5.5l4 2' },
  cancel: { color: '#F43530', path: CROSS },
  download: { color: '#09BB07', path: 'M12 6.5v9M8.5 12l3.5 4 3.5-4' },
  search: { color: '#B2B2B2', path: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M15 15l4 4', isBare: true },
  clear: { color: '#B2B2B2', path: CROSS },
};

const drawing = ({ color, path, isBare }: Glyph, ownColor: string): string => {
  const fill = ownColor || color;
  const disc = isBare ? '' : `<circle cx="12" cy="12" r="11" fill="currentColor"/>`;
  const line = isBare ? 'currentColor' : '#fff';
  return `<svg viewBox="0 0 24 24" width="100%" height="100%" style="color:${fill}">${disc}<path d="${path}" fill="none" stroke="${line}" stroke-width="1.8" stroke-linecap="round"/></svg>`;
};

export const icon: Builtin = {
  properties: { type: String, size: { type: null, value: 23 }, color: String },
  create: (component, host) => () => {
    const { type, size, color } = dataOf<{ type: string; size: number | string; color: string }>(component);
    const length = typeof size === 'number' || /^\d+$/.test(size) ? `${size}px` : size;
    host.style.width = length;
    host.style.height = length;
    const glyph = GLYPHS[type];
    host.innerHTML = glyph ? drawing(glyph, /^[#\w(),.% ]*$/.test(color) ? color : '') : '';
  },
};
