/** What a page of others can show of Maillage, by the word of its address. */
export const EMBED_KINDS = ['carte', 'chiffre', 'tableau', 'lieux'] as const;

export type EmbedKind = (typeof EMBED_KINDS)[number];

export const isEmbedKind = (text: string): text is EmbedKind =>
  (EMBED_KINDS as readonly string[]).includes(text);

/** Where the pages that others may frame stand. */
const FRAMED = '/cadre';

/** Whether a path is of a page that others may frame: these and no other. */
export const isFramed = (pathname: string): boolean => pathname.startsWith(`${FRAMED}/`);

/** How an embedded view looks; everything in it stands in the address. */
export interface EmbedLook {
  /** `auto` follows the reader's system. */
  theme: 'auto' | 'light' | 'dark';
  /** Six hexadecimal digits; `null`: the accent of Maillage. */
  accent: string | null;
  /** Of the text. */
  size: 'small' | 'normal' | 'large';
}

export const DEFAULT_LOOK: EmbedLook = { theme: 'auto', accent: null, size: 'normal' };

/** Names of the parameters of a look; `docs/url.md` is their grammar. */
export const LOOK_PARAMETERS = { theme: 'apparence', accent: 'accent', size: 'taille' } as const;

export const THEME_WORDS = { claire: 'light', sombre: 'dark' } as const;
export const SIZE_WORDS = { petite: 'small', grande: 'large' } as const;

const meant = <T extends string>(words: Readonly<Record<string, T>>, text: string | null): T | undefined =>
  text !== null && Object.hasOwn(words, text) ? words[text] : undefined;

const wordOf = (words: Readonly<Record<string, string>>, value: string): string | undefined =>
  Object.keys(words).find((word) => words[word] === value);

/** The look that an address asks for. Never throws: what is not understood is the default. */
export function readLook(parameters: Pick<URLSearchParams, 'get'>): EmbedLook {
  const accent = parameters.get(LOOK_PARAMETERS.accent)?.replace(/^#/, '').toLowerCase() ?? '';
  return {
    theme: meant(THEME_WORDS, parameters.get(LOOK_PARAMETERS.theme)) ?? DEFAULT_LOOK.theme,
    accent: /^[0-9a-f]{6}$/.test(accent) ? accent : DEFAULT_LOOK.accent,
    size: meant(SIZE_WORDS, parameters.get(LOOK_PARAMETERS.size)) ?? DEFAULT_LOOK.size,
  };
}

/** The parameters of a look, without the leading `?`; empty for the default one. */
export function writeLook({ theme, accent, size }: EmbedLook): string {
  const parameters = new URLSearchParams();
  const put = (name: keyof typeof LOOK_PARAMETERS, value: string | null | undefined): void => {
    if (value) parameters.set(LOOK_PARAMETERS[name], value);
  };
  put('theme', wordOf(THEME_WORDS, theme));
  put('accent', accent);
  put('size', wordOf(SIZE_WORDS, size));
  return parameters.toString();
}

/** The address of an embedded view: its own parameters, then those of its look. */
export function embedAddress(kind: EmbedKind, query: string, look: EmbedLook): string {
  const whole = [query, writeLook(look)].filter((part) => part !== '').join('&');
  return `${FRAMED}/${kind}${whole === '' ? '' : `?${whole}`}`;
}
