import { indicator } from '../indicators/catalogue.ts';
import { shareAbove } from '../indicators/position.ts';
import { isKnown } from '../indicators/value.ts';
import type { Rule } from './finding.ts';
import { figureOf } from './portrait.ts';
import { REMARKABLE, WITHIN, against, amongPeers, comparisonsTo, isGroup, widest } from './wording.ts';

const FIBRE = 'fibre-2026';

/** Fewer points than this between a figure and its reference is not worth a sentence of its own. */
export const NOTABLE_POINTS = 3;

/** Fibre: far behind its peers, behind or ahead of its nearest parent, or complete. */
export const fibre: Rule = (portrait, numerals) => {
  const figure = figureOf(portrait, FIBRE);
  if (!figure) return null;
  const { year, source } = indicator(FIBRE);
  const sources = figure.aggregated ? [source, 'rp-2018' as const] : [source];
  const { cell } = figure;
  const nobody = portrait.territory.population === 0;
  if (!isKnown(cell)) {
    if (cell.state === 'incomplete' && cell.value !== null) {
      const hidden = numerals.percent(100 * (1 - cell.cover));
      const text = `La part des locaux raccordables à la fibre (${year}) n’est pas calculable : elle est inconnue pour ${hidden} des logements. Elle est de ${numerals.value(FIBRE, cell.value)} dans les communes connues seulement.`;
      return { id: 'fibre', text, sources };
    }
    const covered = portrait.parents.some(({ level }) => level === 'france');
    if (isGroup(portrait.territory) || !covered || cell.state !== 'absent' || nobody) return null;
    const text = `La part des locaux raccordables à la fibre n’est pas dans la source (${year}) pour ce territoire : on ne sait pas, ce qui ne veut pas dire zéro.`;
    return { id: 'fibre', text, sources };
  }
  if (nobody) return null;
  if (cell.value === 0) {
    return {
      id: 'fibre',
      text: `Aucun local n’est raccordable à la fibre (${year})${against(figure, numerals)}.`,
      sources,
    };
  }
  const start = `${numerals.value(FIBRE, cell.value)} des logements et locaux professionnels sont raccordables à la fibre (${year})`;
  const nearest = comparisonsTo(figure, ['departement', 'region', 'france'])[0];
  const points = nearest ? cell.value - nearest.cell.value : 0;
  if (nearest && Math.abs(points) >= NOTABLE_POINTS) {
    const gap = numerals.count(Math.round(Math.abs(points)), 'point');
    const other = numerals.value(FIBRE, nearest.cell.value);
    const side = points < 0 ? 'de moins' : 'de plus';
    return {
      id: 'fibre',
      text: `${start}, soit ${gap} ${side} que ${WITHIN[nearest.to.level]} (${other}).`,
      sources,
    };
  }
  const standing = widest(figure.standings);
  const behind = !isGroup(portrait.territory) && standing && shareAbove(standing.position) >= REMARKABLE;
  const beside = behind ? amongPeers(figure, numerals) : against(figure, numerals);
  return { id: 'fibre', text: `${start}${beside}.`, sources };
};
