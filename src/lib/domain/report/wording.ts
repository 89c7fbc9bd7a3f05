import { indicator } from '../indicators/catalogue.ts';
import { shareAbove, shareBelow } from '../indicators/position.ts';
import { isKnown } from '../indicators/value.ts';
import type { Level } from '../territory/level.ts';
import type { Numerals } from './finding.ts';
import type { Comparison, Figure, Reference, Standing } from './portrait.ts';

/** In the quarter of peers at one end, a figure is placed among them; in the middle, beside its parents. */
export const REMARKABLE = 0.75;

/** « dans le département », « en France »: a parent without its gendered name. */
export const WITHIN: Record<Level, string> = {
  arrondissement: 'dans l’arrondissement',
  commune: 'dans la commune',
  epci: 'dans l’intercommunalité',
  ept: 'dans l’établissement public territorial',
  departement: 'dans le département',
  region: 'dans la région',
  france: 'en France',
};

/** « de la commune », « du département ». */
export const OF: Record<Level, string> = {
  arrondissement: 'de l’arrondissement',
  commune: 'de la commune',
  epci: 'de l’intercommunalité',
  ept: 'de l’établissement public territorial',
  departement: 'du département',
  region: 'de la région',
  france: 'de la France',
};

const PEERS: Record<Level, string> = {
  arrondissement: 'arrondissements',
  commune: 'communes',
  epci: 'intercommunalités',
  ept: 'établissements publics territoriaux',
  departement: 'départements',
  region: 'régions',
  france: 'pays',
};

/** « communes de France », « communes du département ». */
export const peersOf = ({ level, within }: Standing): string =>
  `${PEERS[level]} ${within.level === 'france' ? 'de France' : OF[within.level]}`;

/** The comparisons a sentence may use: known figures only, the wanted parents first. */
export function comparisonsTo<Figured extends { comparisons: Comparison[] }>(
  { comparisons }: Figured,
  levels: readonly Level[],
): (Comparison & { cell: { value: number } })[] {
  return levels
    .map((level) => comparisons.find(({ to }) => to.level === level))
    .filter(
      (found): found is Comparison & { cell: { value: number } } =>
        found !== undefined && isKnown(found.cell),
    );
}

/** The wider standing: the country's where there is one. */
export const widest = (standings: readonly Standing[]): Standing | undefined =>
  standings.find(({ within }) => within.level === 'france') ?? standings[0];

export const isGroup = ({ level }: Reference): boolean => level !== 'commune' && level !== 'arrondissement';

/** « a, b et c ». */
export function enumerate(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
}

/**
 * « , contre 22 130 € par an dans le département et 22 940 € par an en France »; empty when no parent
 * is known. A mean of medians is said to be one.
 */
export function against(figure: Figure, numerals: Numerals): string {
  const others = comparisonsTo(figure, ['departement', 'region', 'france']);
  const kept = others.filter((_, at) => at === 0 || at === others.length - 1);
  const words = kept.map(
    ({ to, cell }) => `${numerals.value(figure.indicator, cell.value)} ${WITHIN[to.level]}`,
  );
  if (words.length === 0) return '';
  const averaged = !figure.aggregated && indicator(figure.indicator).aggregate.rule === 'mean-of-medians';
  return `, contre ${enumerate(words)}${averaged ? ' (moyennes pondérées des médianes communales)' : ''}`;
}

/** « : c’est plus que dans 84 % des communes de France où ce chiffre est connu »; empty without a standing. */
export function amongPeers(figure: Figure, numerals: Numerals): string {
  const standing = widest(figure.standings);
  if (!standing) return '';
  const [below, above] = [shareBelow(standing.position), shareAbove(standing.position)];
  const [side, share] = below >= above ? ['plus', below] : ['moins', above];
  const peers = `${numerals.number(standing.position.known)} ${peersOf(standing)}`;
  return ` : c’est ${side} que dans ${numerals.percent(100 * share)} des ${peers} où ce chiffre est connu`;
}
