import { indicator } from '../indicators/catalogue.ts';
import { shareAbove, shareBelow } from '../indicators/position.ts';
import { isKnown } from '../indicators/value.ts';
import type { Rule } from './finding.ts';
import { figureOf } from './portrait.ts';
import { REMARKABLE, against, amongPeers, widest } from './wording.ts';

const ELDERS = 'part-65-ans-et-plus';
const DIPLOMAS = 'part-diplomes-superieur';

/** Elders: their place among peers when remarkable, else beside the parents. */
export const elders: Rule = (portrait, numerals) => {
  const figure = figureOf(portrait, ELDERS);
  if (!figure || !isKnown(figure.cell)) return null;
  const { year, source } = indicator(ELDERS);
  const start = `${numerals.value(ELDERS, figure.cell.value)} des habitants ont 65 ans ou plus (${year})`;
  const standing = widest(figure.standings);
  if (standing && shareBelow(standing.position) >= REMARKABLE) {
    return { id: 'age', text: `${start}${amongPeers(figure, numerals)}.`, sources: [source] };
  }
  return { id: 'age', text: `${start}${against(figure, numerals)}.`, sources: [source] };
};

/** Diplomas: said only at the low end, where help with written procedures weighs most. */
export const diplomas: Rule = (portrait, numerals) => {
  const figure = figureOf(portrait, DIPLOMAS);
  if (!figure || !isKnown(figure.cell)) return null;
  const standing = widest(figure.standings);
  if (!standing || shareAbove(standing.position) < REMARKABLE) return null;
  const { year, source } = indicator(DIPLOMAS);
  const value = numerals.value(DIPLOMAS, figure.cell.value);
  const text = `${value} des habitants sortis des études ont un diplôme du supérieur (${year})${amongPeers(figure, numerals)}.`;
  return { id: 'diplomes', text, sources: [source] };
};

/** A territory without people, or without any national figure. */
export const nobody: Rule = ({ territory, figures }) => {
  if (territory.population === 0) {
    const text = 'Ce territoire n’a pas d’habitants : les parts et les revenus n’y ont pas de sens.';
    return { id: 'sans-habitants', text, sources: ['cog-2026'] };
  }
  const known = figures.some(({ indicator: id, cell }) => id !== 'population' && isKnown(cell));
  if (known) return null;
  const text =
    'Aucune statistique des sources chargées ne couvre ce territoire : les chiffres sont inconnus, ils ne sont pas nuls.';
  return { id: 'sans-donnees', text, sources: ['cog-2026'] };
};
