import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline';
import latinExtended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?inline';
import baseStyles from '../../styles/base.css?inline';
import colours from '../../styles/tokens/colour.css?inline';
import spaces from '../../styles/tokens/space.css?inline';
import types from '../../styles/tokens/type.css?inline';
import reportStyles from './report.css?inline';

const FACE = 'Atkinson Hyperlegible Next Variable';

const face = (file: string, range: string): string =>
  `@font-face{font-family:'${FACE}';font-weight:200 800;src:url(${file}) format('woff2');unicode-range:${range}}`;

/** Letters of French are in the first; the second has those of other names. */
const FACES =
  face(latinExtended, 'U+0100-02BA,U+1E00-1E9F,U+1EF2-1EFF,U+2113,U+2C60-2C7F,U+A720-A7FF') +
  face(
    latin,
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  );

/** Nothing but what is in the page: no script, no address. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found);

/** A page that holds its styles and letters, to be printed by a browser that reaches nothing. `body` is HTML that a component made. */
export const printablePage = (title: string, body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">` +
  `<title>${escapeHtml(title)}</title><style>${FACES}${colours}${types}${spaces}${baseStyles}${reportStyles}</style></head><body>${body}</body></html>`;

/** The foot of each printed page: what it is and of when, its number. */
export const printedFooter = (text: string, page: string): string =>
  `<div style="width:100%;margin:0 18mm;display:flex;justify-content:space-between;gap:8mm;font:8px sans-serif;color:#333">` +
  `<span>${escapeHtml(text)}</span><span style="white-space:nowrap">${escapeHtml(page)} <span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
