import { EXCLUSION, slugOfToken, type PerimeterToken } from '../domain/territory/perimeter.ts';
import { readSlug } from '../domain/territory/slug.ts';
import { LIST_SEPARATOR } from './separator.ts';

/** A perimeter as an address holds it. */
export interface PerimeterView {
  tokens: readonly PerimeterToken[];
  /** What the person calls it; empty without a name. */
  name: string;
}

/** Names of the parameters in every address that takes a perimeter; `docs/url.md` is their grammar. */
export const PERIMETER_PARAMETERS = { perimeter: 'per', name: 'pn' } as const;

export const EMPTY_PERIMETER: PerimeterView = { tokens: [], name: '' };

/**
 * Longest list of tokens in an address, in characters: about a thousand communes one by one. Mail
 * programs and office proxies cut longer addresses, browsers and this server would take more.
 */
export const MAX_PERIMETER_LENGTH = 6_000;

/** Longest name, in characters. */
export const MAX_PERIMETER_NAME = 60;

export interface PerimeterReading {
  view: PerimeterView;
  /** Items that have the form of no code, as they stood. */
  malformed: readonly string[];
  /** Whether the list was cut at `MAX_PERIMETER_LENGTH`. */
  cut: boolean;
}

/**
 * Reads the perimeter of an address. Never throws: what has no form of a code is listed, what is too
 * long is cut after the last whole item, and both are said.
 */
export function readPerimeterView(parameters: Pick<URLSearchParams, 'get'>): PerimeterReading {
  const name = readPerimeterName(parameters.get(PERIMETER_PARAMETERS.name) ?? '');
  const reading = readPerimeterTokens(parameters.get(PERIMETER_PARAMETERS.perimeter) ?? '');
  return { view: { tokens: reading.tokens, name }, malformed: reading.malformed, cut: reading.cut };
}

/** The tokens of a list, `38_200040715_-38421`, each once, in capitals; `most` characters of it. */
export function readPerimeterTokens(
  text: string,
  most = MAX_PERIMETER_LENGTH,
): { tokens: PerimeterToken[]; malformed: string[]; cut: boolean } {
  const cut = text.length > most;
  const kept = cut ? text.slice(0, text.lastIndexOf(LIST_SEPARATOR, most)).slice(0, most) : text;
  const tokens = new Set<PerimeterToken>();
  const malformed: string[] = [];
  for (const item of kept.split(LIST_SEPARATOR).filter((one) => one.trim() !== '')) {
    const slug = slugOfToken(item);
    if (readSlug(slug)) tokens.add(item.trim().startsWith(EXCLUSION) ? EXCLUSION + slug : slug);
    else malformed.push(item);
  }
  return { tokens: [...tokens], malformed, cut };
}

/** A name as it is kept: one line of plain text, at most `MAX_PERIMETER_NAME` characters. */
export const readPerimeterName = (text: string): string =>
  [...text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()]
    .slice(0, MAX_PERIMETER_NAME)
    .join('')
    .trim();

export const writePerimeterTokens = (tokens: readonly PerimeterToken[]): string =>
  tokens.join(LIST_SEPARATOR);

/** Whether an address can hold these tokens. */
export const fitsAddress = (tokens: readonly PerimeterToken[]): boolean =>
  writePerimeterTokens(tokens).length <= MAX_PERIMETER_LENGTH;

/** The parameters of a perimeter, without the leading `?`; empty for an empty one without a name. */
export function writePerimeterView({ tokens, name }: PerimeterView): string {
  const parameters = new URLSearchParams();
  if (tokens.length > 0) parameters.set(PERIMETER_PARAMETERS.perimeter, writePerimeterTokens(tokens));
  if (name !== '') parameters.set(PERIMETER_PARAMETERS.name, name);
  return parameters.toString();
}

/** The address of a page with a perimeter: `/perimetre?per=…&pn=…`, other parameters after. */
export function perimeterAddress(
  path: string,
  view: PerimeterView,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = [writePerimeterView(view), new URLSearchParams(more).toString()].filter(Boolean).join('&');
  return query === '' ? path : `${path}?${query}`;
}
