import type { Column } from '../../domain/indicators/column.ts';
import { STATE_CODES, type State } from '../../domain/indicators/value.ts';
import { correlate, pairsOf, type Correlation } from '../../domain/need/correlation.ts';
import { PUBLISHED_REGIONS } from '../../domain/need/estimate/published.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

/** How the IFN's poverty score, and the estimate, go with the median standard of living. */
export interface MedianChecks {
  /** Where the rate is published: rate and median. */
  published: Correlation;
  /** Where it is withheld: the IFN's score and the median, then the estimate and the median. */
  ifnWithheld: Correlation;
  estimateWithheld: Correlation;
  /** The estimate and the IFN's score, where the rate is withheld. */
  ifnEstimate: Correlation;
}

/** A région whose rate is published, beside the estimate. */
export interface RegionCheck {
  name: string;
  published: number;
  value: number;
  low: number;
  high: number;
}

export interface PovertyChecks {
  median: MedianChecks | null;
  regions: RegionCheck[];
}

/** What the estimate can be held against, computed from what is loaded. */
export const povertyChecks = (data: Snapshot): PovertyChecks =>
  remember(data, 'poverty-checks', '', () => ({ median: medianChecks(data), regions: regionChecks(data) }));

function medianChecks(data: Snapshot): MedianChecks | null {
  const [rate, estimate, median, score] = [
    'taux-de-pauvrete',
    'taux-de-pauvrete-estime',
    'niveau-de-vie-median',
    'ifn-pauvrete',
  ].map((id) => data.column(id, 'commune'));
  if (!rate || !estimate || !median || !score) return null;
  const published = ordinals(rate, 'value');
  const withheld = ordinals(rate, 'secret');
  const between = (x: Column, y: Column, among: readonly number[]): Correlation =>
    correlate(pairsOf(x.values, y.values, among));
  return {
    published: between(rate, median, published),
    ifnWithheld: between(score, median, withheld),
    estimateWithheld: between(estimate, median, withheld),
    ifnEstimate: between(estimate, score, withheld),
  };
}

function ordinals({ states }: Column, state: State): number[] {
  const found: number[] = [];
  states.forEach((code, ordinal) => {
    if (code === STATE_CODES[state]) found.push(ordinal);
  });
  return found;
}

/** None for the demonstration: its régions are invented. */
function regionChecks(data: Snapshot): RegionCheck[] {
  const column = data.column('taux-de-pauvrete-estime', 'region');
  if (!column || data.demonstration) return [];
  return PUBLISHED_REGIONS.flatMap(({ code, rate }) => {
    const region = data.territories.get('region', code);
    const cell = region && cellAt(column, region.ordinal);
    if (!region || cell?.value === null || cell?.value === undefined || !cell.interval) return [];
    const [low, high] = cell.interval;
    return [{ name: region.name, published: rate, value: cell.value, low, high }];
  });
}
