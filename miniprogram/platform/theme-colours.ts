/** Made by scripts/build-tokens.mjs from design/tokens.json: the colours as an inline style, and those of the bars. */
export const THEME_STYLES = {
  light:
    '--ground:#f4f6f9;--card:#ffffff;--line:#e3e8ee;--ink:#14202e;--secondary:#4a5768;--hint:#66727f;--primary:#0a57c2;--primary-weak:#e8f0fe;--primary-ink:#0a4aa6;--on-primary:#ffffff;--waiting:#8a3d00;--waiting-weak:#fff1e3;--bad:#a61b12;--bad-weak:#fdebea;--good:#086338;--good-weak:#e6f5ec;--returned:#57329a;--returned-weak:#f1eafb;--neutral:#4a5768;--neutral-weak:#eef1f5;--badge:#c2261c;--on-badge:#ffffff;--veil:rgba(8, 14, 24, 0.6);--on-veil:#ffffff',
  dark: '--ground:#0e1420;--card:#182131;--line:#263244;--ink:#e8edf4;--secondary:#b4bfcc;--hint:#8e9bac;--primary:#6ea8ff;--primary-weak:#1b2d4b;--primary-ink:#9cc4ff;--on-primary:#0b1626;--waiting:#ffb066;--waiting-weak:#38291a;--bad:#ff8a80;--bad-weak:#3d2126;--good:#5fd39a;--good-weak:#16332b;--returned:#c3a6ff;--returned-weak:#2b2646;--neutral:#b4bfcc;--neutral-weak:#243043;--badge:#c2261c;--on-badge:#ffffff;--veil:rgba(0, 0, 0, 0.7);--on-veil:#ffffff',
} as const;

export const BAR_COLOURS = {
  light: { ground: '#f4f6f9', card: '#ffffff', secondary: '#4a5768', primary: '#0a57c2', text: '#000000' },
  dark: { ground: '#0e1420', card: '#182131', secondary: '#b4bfcc', primary: '#6ea8ff', text: '#ffffff' },
} as const;
