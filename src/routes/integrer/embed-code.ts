import type { EmbedKind } from '#lib/view/embed-view.ts';

/** What the code of an embedded view is made from. */
export interface EmbedCode {
  /** Scheme and host of the site. */
  origin: string;
  kind: EmbedKind;
  /** The parameters of the view, without those of its look. */
  query: string;
  /** Path of the embedded view, look included. */
  path: string;
  /** Path of the whole view on the site. */
  page: string;
  title: string;
  /** Attributes of the look, as they are written. */
  look: readonly (readonly [name: string, value: string])[];
  height: number;
  /** Pixels; `null`: all the room there is. */
  width: number | null;
  /** Path of the web component. */
  script: string;
}

/** A text inside an attribute or an element. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** The code of a bare iframe. */
export function iframeCode({ origin, path, title, height, width }: EmbedCode): string {
  const attributes = [
    ['src', origin + path],
    ['title', title],
    ['width', width === null ? '100%' : String(width)],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['frameborder', '0'],
    ['referrerpolicy', 'strict-origin-when-cross-origin'],
    ['sandbox', SANDBOX],
  ];
  return `<iframe ${attributes.map(([name, value = '']) => `${name}="${escaped(value)}"`).join(' ')}></iframe>`;
}

/** The code of the web component, with the link that stands for it where it cannot be shown. */
export function componentCode({ origin, kind, query, page, title, look, script, height }: EmbedCode): string {
  const attributes = [
    ['vue', kind],
    ...(query === '' ? [] : [['parametres', query]]),
    ['titre', title],
    ...look,
    ['hauteur', String(height)],
  ];
  const written = attributes.map(([name = '', value = '']) => `${name}="${escaped(value)}"`).join(' ');
  return [
    `<script type="module" src="${escaped(origin + script)}"></script>`,
    `<maillage-vue ${written}>`,
    `  <a href="${escaped(origin + page)}">${escaped(title)}</a>`,
    '</maillage-vue>',
  ].join('\n');
}

/** What the content security policy of the page around must allow. */
export const policyCode = (origin: string): string => `script-src ${origin}; frame-src ${origin}`;

/** How a page learns which territory was chosen. */
export const EVENT_CODE = `document.querySelector('maillage-vue').addEventListener('maillage-selection', (event) => {
  const { territoire, nom } = event.detail; // "38185", "Grenoble (38)"
});`;
