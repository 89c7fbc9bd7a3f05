import { closingsBy, monthsAfter, type CopperClosings, type Tally } from '../copper/closing.ts';
import { isoOfDay } from '../indicators/day-number.ts';
import type { SourceId } from '../indicators/source.ts';
import type { Numerals, Rule } from './finding.ts';
import type { Portrait } from './portrait.ts';
import { isGroup, OF } from './wording.ts';

/** Sources of the dates and of the premises. */
function sourcesOf({ from }: CopperClosings): SourceId[] {
  return [
    'cuivre',
    ...(from.has('counted') ? (['mci-technologies'] as const) : []),
    ...(from.has('dwellings') ? (['fibre-2026', 'rp-2018'] as const) : []),
  ];
}

/** The end of copper: when it closes, and who has no fibre to go to. Nothing where no calendar is loaded. */
export const copper: Rule = (portrait, numerals, today) => {
  const { copper: closings, territory } = portrait;
  if (!closings || territory.population === 0) return null;
  const text = isGroup(territory)
    ? ofGroup(portrait, closings, numerals, today)
    : ofCommune(closings, numerals, today);
  return text === null ? null : { id: 'cuivre', text, sources: sourcesOf(closings) };
};

const NETWORK = 'Le réseau téléphonique en cuivre, qui porte l’ADSL,';

function ofCommune(closings: CopperClosings, numerals: Numerals, today: string): string | null {
  const [dated] = closings.dated;
  const by = closingsBy(closings, today);
  if (by.closed.communes > 0) {
    const since = dated ? ` depuis le ${numerals.day(isoOfDay(dated.day))}` : '';
    return `${NETWORK} est fermé dans la commune${since}${left(by.closed, 'n’y ont', 'n’y a', numerals)}.`;
  }
  if (dated) {
    const end = left(dated, 'n’y ont', 'n’y a', numerals);
    const lost = dated.without > 0 ? ` ${LOST}` : '';
    return `${NETWORK} fermera dans la commune le ${numerals.day(isoOfDay(dated.day))} au plus tard${end}.${lost}`;
  }
  if (closings.unplanned.communes === 0) return null;
  return `${NETWORK} n’a pas encore de date de fermeture dans la commune ; il fermera partout d’ici à 2030${left(closings.unplanned, 'n’y ont', 'n’y a', numerals)}.`;
}

const LOST = 'Leurs occupants perdront leur connexion si rien ne change d’ici là.';

/** « ; 1 631 locaux n’y ont pas encore la fibre »; « tous ses locaux … » where none is left. */
function left({ counted, premises, without }: Tally, many: string, one: string, numerals: Numerals): string {
  if (counted === 0 || premises === 0) return '';
  if (without === 0) return ' ; tous les locaux y sont raccordables à la fibre';
  const share = numerals.percent((100 * without) / premises, 1);
  const have = without < 2 ? one : many;
  return ` ; ${numerals.count(without, 'local', 'locaux')} (${share}) ${have} pas encore la fibre`;
}

function ofGroup(
  { territory, communes }: Portrait,
  closings: CopperClosings,
  numerals: Numerals,
  today: string,
): string | null {
  const { closed, within12, within24, later, unplanned } = closingsBy(closings, today);
  const soon = { ...within12 };
  soon.communes += within24.communes;
  soon.counted += within24.counted;
  soon.premises += within24.premises;
  soon.without += within24.without;
  const of = `${numerals.count(communes, 'commune')} ${OF[territory.level]}`;
  const already =
    closed.communes === 0
      ? ''
      : ` Il est déjà fermé dans ${numerals.count(closed.communes, 'commune')}${left(closed, 'n’y ont', 'n’y a', numerals)}.`;
  if (soon.communes > 0) {
    const [year, twoYears] = [12, 24].map((months) => numerals.day(monthsAfter(today, months)));
    const first = within12.without > 0 ? `, dont ${numerals.number(within12.without)} d’ici au ${year}` : '';
    const lost = soon.without > 0 ? ` ${LOST}` : '';
    return `${NETWORK} fermera d’ici au ${twoYears} dans ${numerals.number(soon.communes)} des ${of}${left(soon, 'n’y ont', 'n’y a', numerals)}${first}.${lost}${already}`;
  }
  const next = later.communes > 0 ? closings.dated.find(({ day }) => isoOfDay(day) > today) : undefined;
  if (next)
    return `${NETWORK} fermera à partir du ${numerals.day(isoOfDay(next.day))} dans ${numerals.number(later.communes)} des ${of}${left(later, 'n’y ont', 'n’y a', numerals)}.${already}`;
  if (closed.communes > 0)
    return `${NETWORK} est déjà fermé dans ${numerals.number(closed.communes)} des ${of}${left(closed, 'n’y ont', 'n’y a', numerals)}.`;
  if (unplanned.communes === 0) return null;
  return `${NETWORK} n’a pas encore de date de fermeture dans ${numerals.number(unplanned.communes)} des ${of} ; il fermera partout d’ici à 2030${left(unplanned, 'n’y ont', 'n’y a', numerals)}.`;
}
