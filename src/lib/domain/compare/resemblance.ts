import { indicator } from '../indicators/catalogue.ts';
import type { Numerals } from '../report/finding.ts';
import { isFeminine, type Level } from '../territory/level.ts';
import { PEOPLE_DENSITY } from './similar.ts';

/** One trait of two territories. */
export interface ComparedTrait {
  id: string;
  /** In the unit of the indicator. */
  own: number;
  other: number;
  /** Standard score of the other less that of the subject. */
  gap: number;
}

/** What two territories have in common, as facts. */
export interface Resemblance {
  level: Level;
  /** People of the other for one of the subject; `null` when unknown. */
  populationRatio: number | null;
  /** Whether both are of one density class, by the rule of the search. */
  sameClass: boolean;
  traits: readonly ComparedTrait[];
}

/** Why two territories are alike, and what sets them apart most; without capital nor full stop. */
export interface ResemblanceWords {
  why: string;
  /** Empty when nothing sets them apart. */
  differs: string;
}

/** Nearest traits told as reasons, when they are near at all: half a standard score. */
const REASONS = 2;
const NEAR = 0.5;

/** Populations closer than this share are told as nearly equal. */
const NEARLY = 0.05;

/**
 * « même niveau de densité, 1,2 fois plus peuplée, niveau de vie à 300 € près », then what differs
 * most: « chômage : 13,2 % contre 11,9 % » (the other's first).
 */
export function resemblanceWords(facts: Resemblance, numerals: Numerals): ResemblanceWords {
  const byGap = [...facts.traits].sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap));
  const last = byGap.at(-1);
  const farthest =
    last && valueOf(last.id, last.other, numerals) !== valueOf(last.id, last.own, numerals)
      ? last
      : undefined;
  const near = byGap.filter((trait) => trait !== farthest && Math.abs(trait.gap) < NEAR).slice(0, REASONS);
  const why = [
    ...(facts.sameClass ? ['même niveau de densité'] : []),
    ...populationWords(facts, numerals),
    ...near.map((trait) => nearWords(trait, numerals)),
  ].join(', ');
  const differs = farthest
    ? `${nameOf(farthest.id)}, ${valueOf(farthest.id, farthest.other, numerals)} contre ${valueOf(farthest.id, farthest.own, numerals)}`
    : '';
  return { why, differs };
}

function populationWords({ populationRatio, level }: Resemblance, numerals: Numerals): string[] {
  if (populationRatio === null || populationRatio <= 0) return [];
  if (Math.abs(populationRatio - 1) < NEARLY) return ['population presque égale'];
  const peopled = isFeminine(level) ? 'peuplée' : 'peuplé';
  const times = numerals.number(Math.max(populationRatio, 1 / populationRatio), 1);
  return [`${times} fois ${populationRatio > 1 ? 'plus' : 'moins'} ${peopled}`];
}

function nearWords({ id, own, other }: ComparedTrait, numerals: Numerals): string {
  const name = nameOf(id);
  if (valueOf(id, own, numerals) === valueOf(id, other, numerals)) return `${name} identique`;
  return `${name} à ${differenceOf(id, Math.abs(own - other), numerals)} près`;
}

/** A difference in its own unit: points for a share, tens of euros, people per square kilometre. */
function differenceOf(id: string, difference: number, numerals: Numerals): string {
  if (id === PEOPLE_DENSITY) return `${numerals.number(Math.ceil(difference))} habitants au km²`;
  const { kind, unit, decimals } = indicator(id);
  if (kind === 'euros') return `${numerals.number(10 * Math.ceil(difference / 10))} €`;
  const shown = numerals.number(difference, decimals);
  if (unit === '%' || kind === 'score')
    return `${shown} ${Number(difference.toFixed(decimals)) < 2 ? 'point' : 'points'}`;
  return `${shown} ${unit}`.trim();
}

const valueOf = (id: string, value: number, numerals: Numerals): string =>
  id === PEOPLE_DENSITY ? `${numerals.number(value)} habitants au km²` : numerals.value(id, value);

/** The short name inside a sentence: « niveau de vie », but « IFN ». */
export function nameOf(id: string): string {
  if (id === PEOPLE_DENSITY) return 'densité de population';
  const { short } = indicator(id);
  return /^\p{Lu}\p{Ll}/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}
