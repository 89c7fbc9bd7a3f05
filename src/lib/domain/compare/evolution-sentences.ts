import type { Numerals } from '../report/finding.ts';
import { BAND_LABELS, type BandRank, type BandShift } from './fibre-bands.ts';

/** Population then and now; counts are `null` where the group is not wholly known. */
export interface PopulationChange {
  /** Change from 2013 to 2018, %. */
  percent: number;
  before: number | null;
  after: number | null;
}

/** A share of 0 to 100 in whole percents: a few people among a million are « moins de 1 % », not 1 % nor 0. */
export const shareWords = (share: number, numerals: Numerals): string =>
  share > 0 && share < 0.5 ? `moins de ${numerals.percent(1)}` : numerals.percent(share);

const label = (rank: BandRank): string => BAND_LABELS[rank] ?? '';

/** « moins de 5 % en 2018, 80 % et plus en 2026 : 5 tranches plus haut » for one commune. */
export function bandSentence(
  before: BandRank | null,
  after: BandRank | null,
  name: string,
  numerals: Numerals,
): string {
  const subject = `${name} : part des locaux raccordables à la fibre`;
  if (before === null && after === null) return `${subject} inconnue en 2018 comme en 2026.`;
  if (before === null) return `${subject} inconnue en 2018, ${label(after as BandRank)} en 2026.`;
  if (after === null) return `${subject} de ${label(before)} début 2018, inconnue en 2026.`;
  if (before === after) return `${subject} de ${label(before)} début 2018 et toujours en 2026.`;
  const steps = numerals.count(Math.abs(after - before), 'tranche');
  const side = after > before ? 'de plus' : 'de moins';
  return `${subject} de ${label(before)} début 2018 et de ${label(after)} en 2026, soit ${steps} ${side}.`;
}

/** The same for a group, in people of today whose commune is known at both dates. */
export function shiftSentence(shift: BandShift, name: string, numerals: Numerals): string {
  const { up, same, down, unknown } = shift.moves;
  const compared = up.people + same.people + down.people;
  if (compared === 0) return `${name} : aucune commune dont la tranche de fibre est connue aux deux dates.`;
  const part = (people: number): string => shareWords((100 * people) / compared, numerals);
  const moved = [
    `${part(up.people)} des habitants vivent dans une commune qui a gagné au moins une tranche de fibre entre début 2018 et 2026`,
  ];
  if (same.people > 0) moved.push(`${part(same.people)} dans une commune restée dans la même`);
  if (down.people > 0) moved.push(`${part(down.people)} dans une commune passée plus bas`);
  const left =
    unknown.people > 0
      ? ` Sans compter ${numerals.count(unknown.people, 'habitant')} dont la commune n’est pas connue aux deux dates.`
      : '';
  return `${name} : ${moved.join(', ')}.${left}`;
}

/** « 2,3 % d’habitants de plus entre 2013 et 2018 (de 158 180 à 161 870) ». */
export function populationSentence(
  change: PopulationChange | null,
  name: string,
  numerals: Numerals,
): string {
  if (!change) return `${name} : évolution de la population entre 2013 et 2018 inconnue.`;
  const size = Math.abs(change.percent);
  const shown = numerals.number(size, 1);
  const counts =
    change.before === null || change.after === null
      ? ''
      : ` (de ${numerals.number(change.before)} à ${numerals.number(change.after)} habitants)`;
  if (size < 0.05) return `${name} : population stable entre 2013 et 2018${counts}.`;
  const side = change.percent > 0 ? 'de plus' : 'de moins';
  return `${name} : ${shown} % d’habitants ${side} entre 2013 et 2018${counts}.`;
}
