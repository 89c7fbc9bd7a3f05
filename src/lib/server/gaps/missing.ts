import { shareBeyond, type UnmetNeed } from '../../domain/access/gaps/unmet-need.ts';
import { withDemand, type Demand, type PlaceCriteria } from '../../domain/places/criteria.ts';
import { SERVICES } from '../../domain/places/filter.ts';
import { OFFERS } from '../../domain/places/offer.ts';
import { MOMENTS } from '../../domain/places/opening-week.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { gapsOf, needWithin, type GapsRequest } from '../queries/access/gaps.ts';
import type { Snapshot } from '../queries/snapshot.ts';

type Question = Pick<Demand, 'field' | 'value'>;

/** What may be missing, by theme, in the order of the page. */
const THEMES = {
  help: [
    { field: 'free', value: '' },
    { field: 'assisted', value: '' },
  ],
  moments: MOMENTS.map((value): Question => ({ field: 'moment', value })),
  services: SERVICES.map((value): Question => ({ field: 'services', value })),
  offers: OFFERS.map((value): Question => ({ field: 'offers', value })),
  freshness: [
    { field: 'freshness', value: '18' },
    { field: 'freshness', value: '12' },
  ],
} as const satisfies Record<string, readonly Question[]>;

export type MissingTheme = keyof typeof THEMES;

/** One thing more that is asked, and what that leaves out. */
export interface MissingRow {
  theme: MissingTheme;
  question: Question;
  /** What is asked then. */
  criteria: PlaceCriteria;
  /** Places of the country that answer, and those that do not say. */
  places: number;
  unsaid: number;
  need: UnmetNeed;
  /** 0 to 1; NaN when unknown. */
  share: number;
}

/** The same measure once for each thing that may be missing, asked on top of the request; yields after each. */
export function* countingMissing(
  data: Snapshot,
  request: GapsRequest,
  territory: Territory,
  today: string,
): Generator<void, MissingRow[]> {
  const rows: MissingRow[] = [];
  for (const [theme, questions] of Object.entries(THEMES) as [MissingTheme, readonly Question[]][])
    for (const question of questions) {
      const criteria = withDemand(request, question);
      const gaps = gapsOf(data, { ...request, ...criteria }, today);
      const need = needWithin(data, gaps, territory);
      const { ranks, unsaid } = gaps.supply;
      rows.push({ theme, question, criteria, places: ranks.length, unsaid, need, share: shareBeyond(need) });
      yield;
    }
  return rows;
}
