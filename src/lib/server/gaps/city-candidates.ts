import { cellAt } from '../../domain/indicators/column.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import { NO_FILTER } from '../../domain/places/filter.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatNumber } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { strategySteps } from '../../messages/strategy-steps.ts';
import { DEFAULT_GAPS_VIEW, writeGapsView } from '../../view/gaps-view.ts';
import { placesOf } from '../queries/portrait.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { GapCandidate } from './candidates.ts';

const words = strategySteps.gaps;

/** Parts of a city that are proposed, those with the fewest places first. */
const MOST = 4;

/**
 * The arrondissements of a city that have fewer places for 10,000 inhabitants than the whole of it: where
 * everybody is near one, what tells its parts apart is how many share it. Of an arrondissement, itself alone.
 */
export function cityCandidates(data: Snapshot, territory: Territory): GapCandidate[] {
  const city =
    territory.level === 'arrondissement' && territory.commune !== null
      ? data.territories.get('commune', territory.commune)
      : territory;
  const parts = city ? data.territories.arrondissements(city) : [];
  const counted = parts.flatMap((part) => {
    const { population } = part;
    if (!population) return [];
    return [{ part, population, places: placesOf(data, part, NO_FILTER).length }];
  });
  if (!city || counted.length === 0) return [];
  const per10000 = (places: number, people: number): number => (10_000 * places) / people;
  const sum = (of: (one: (typeof counted)[number]) => number): number =>
    counted.reduce((total, one) => total + of(one), 0);
  const whole = per10000(
    sum(({ places }) => places),
    sum(({ population }) => population),
  );
  return counted
    .map((one) => ({ ...one, rate: per10000(one.places, one.population) }))
    .filter(({ part, rate }) => rate < whole && (territory === city || part === territory))
    .sort((a, b) => a.rate - b.rate || b.population - a.population)
    .slice(0, MOST)
    .map(({ part, population, rate }): GapCandidate => {
      const column = data.column('taux-de-pauvrete', 'arrondissement');
      const poverty = column && cellAt(column, part.ordinal);
      return {
        name: words.fewer(formatName(part)),
        kind: 'capacity',
        query: writeGapsView({ ...DEFAULT_GAPS_VIEW, within: city.code, supply: 'hours' }),
        communes: [],
        people: poverty && isKnown(poverty) ? Math.round((poverty.value / 100) * population) : null,
        measured: words.fewerMeasured(formatNumber(rate, 2), formatName(city), formatNumber(whole, 2)),
      };
    });
}
