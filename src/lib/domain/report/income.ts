import { indicator } from '../indicators/catalogue.ts';
import { shareAbove, shareBelow } from '../indicators/position.ts';
import { isKnown } from '../indicators/value.ts';
import type { Finding, Rule } from './finding.ts';
import { figureOf, type Figure, type Portrait } from './portrait.ts';
import { OF, REMARKABLE, against, amongPeers, isGroup, widest } from './wording.ts';

const STANDARD = 'niveau-de-vie-median';
const POVERTY = 'taux-de-pauvrete';

/** Median standard of living: its place among peers when remarkable, else beside its parents. */
export const standardOfLiving: Rule = (portrait, numerals) => {
  const figure = figureOf(portrait, STANDARD);
  if (!figure) return null;
  const { year, source } = indicator(STANDARD);
  if (!isKnown(figure.cell)) return unknownStandard(portrait, figure);
  const amount = numerals.value(STANDARD, figure.cell.value);
  const sources = [source];
  if (isGroup(portrait.territory)) {
    const text = `Le niveau de vie médian des communes est en moyenne de ${amount} (${year}, moyenne pondérée des médianes)${against(figure, numerals)}.`;
    return { id: 'niveau-de-vie', text, sources };
  }
  const standing = widest(figure.standings);
  const start = `La moitié des habitants vivent avec moins de ${amount} (${year})`;
  const apart =
    standing && Math.max(shareAbove(standing.position), shareBelow(standing.position)) >= REMARKABLE;
  const text = `${start}${apart ? amongPeers(figure, numerals) : against(figure, numerals)}.`;
  return { id: 'niveau-de-vie', text, sources };
};

/** Why the standard of living is not known; silent where there is nobody, or no national statistics at all. */
function unknownStandard(portrait: Portrait, { cell }: Figure): Finding | null {
  const { territory, parents } = portrait;
  const { year, source } = indicator(STANDARD);
  const neither = figureOf(portrait, POVERTY)?.cell.state === 'absent' ? ', ni le taux de pauvreté' : '';
  const covered = territory.level === 'france' || parents.some(({ level }) => level === 'france');
  if (territory.population === 0 || !covered) return null;
  const why =
    cell.state === 'secret'
      ? 'est sous secret statistique : il n’est pas publié, pour protéger les ménages'
      : cell.state === 'incomplete'
        ? 'n’est pas calculable : trop de communes sont sous secret statistique'
        : `n’est pas dans la source pour ce territoire : on ne le connaît pas${neither}`;
  return { id: 'niveau-de-vie', text: `Le niveau de vie médian ${year} ${why}.`, sources: [source] };
}

/** Poverty: the rate, « 5 % ou moins », or why it is not known. Never a partial rate as the territory's own. */
export const poverty: Rule = (portrait, numerals) => {
  const figure = figureOf(portrait, POVERTY);
  if (!figure) return null;
  const { year, source } = indicator(POVERTY);
  const { cell } = figure;
  const say = (text: string): Finding => ({ id: 'pauvrete', text, sources: [source] });
  if (isKnown(cell)) {
    const rate = numerals.value(POVERTY, cell.value);
    if (cell.marks.includes('floor')) return say(`Le taux de pauvreté est de ${rate} ou moins (${year}).`);
    const beside = against(figure, numerals) || amongPeers(figure, numerals);
    return say(`${rate} des habitants vivent sous le seuil de pauvreté (${year})${beside}.`);
  }
  if (cell.state === 'secret') {
    return say(
      `Le taux de pauvreté ${year} ${OF[portrait.territory.level]} est sous secret statistique : il n’est pas publié, ce qui ne veut pas dire qu’il est faible.`,
    );
  }
  if (cell.state !== 'incomplete') return null;
  if (cell.value === null) {
    return say(
      `Le taux de pauvreté ${year} n’est pas calculable : il est sous secret statistique dans les communes ${OF[portrait.territory.level]}.`,
    );
  }
  const hidden = numerals.percent(100 * (1 - cell.cover));
  const partial = numerals.percent(cell.value, 1);
  return say(
    `Le taux de pauvreté ${year} n’est pas calculable : il est inconnu pour ${hidden} des habitants. Il est de ${partial} dans les communes connues seulement, souvent les plus grandes, et ne vaut pas pour l’ensemble.`,
  );
};
