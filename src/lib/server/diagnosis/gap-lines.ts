import type { GapLines } from '../../diagnosis/diagnosis.ts';
import { groupOfWord, EVERYBODY } from '../../domain/access/gaps/group.ts';
import { shareBeyond, type UnmetNeed } from '../../domain/access/gaps/unmet-need.ts';
import { NO_CRITERIA, type PlaceCriteria } from '../../domain/places/criteria.ts';
import { NO_FILTER, SERVICES } from '../../domain/places/filter.ts';
import { MOMENTS } from '../../domain/places/opening-week.ts';
import type { GroupWords } from '../../domain/report/need-group.ts';
import { peopleText, zoneText } from '../../domain/report/unmet-need.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { isoDay } from '../../format/date.ts';
import { formatDistance, formatPercent } from '../../format/number.ts';
import { frenchNumerals } from '../../format/numerals.ts';
import { formatName, ofName } from '../../format/territory.ts';
import { territoire } from '../../messages/territoire.ts';
import { gapChange } from '../gaps/change.ts';
import { groupText, supplyText } from '../gaps/words.ts';
import { gapsOf, needWithin, zonesWithin } from '../queries/access/gaps.ts';
import { inSlices } from '../queries/in-slices.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { offerLines } from './offer-lines.ts';
import { DEFAULT_GAPS_VIEW, gapsAddress, type GapsView } from '../../view/gaps-view.ts';
import { EDITION } from '../../view/reference-day.ts';

const words = territoire.gaps;

/** What is asked of places, one line each: nothing, then what most often keeps people away. */
const QUESTIONS: readonly PlaceCriteria[] = [
  NO_CRITERIA,
  { ...NO_CRITERIA, filter: { ...NO_FILTER, free: true, assisted: true } },
  ...MOMENTS.map((moment): PlaceCriteria => ({ ...NO_CRITERIA, moment })),
  ...SERVICES.map((service): PlaceCriteria => ({
    ...NO_CRITERIA,
    filter: { ...NO_FILTER, services: [service] },
  })),
  { ...NO_CRITERIA, offers: ['equipment'] },
  { ...NO_CRITERIA, offers: ['rights'] },
  { ...NO_CRITERIA, freshness: 18 },
];

/** Zones named on the page of a territory. */
const ZONES = 3;

/** Who is out of reach of what in a territory, a line a question, with the page that says more. */
export const gapLines = (data: Snapshot, territory: Territory, now: Date): Promise<GapLines | null> =>
  inSlices(countingLines(data, territory, now));

function needText(need: UnmetNeed, group: GroupWords) {
  const share = shareBeyond(need);
  return {
    inhabitants: frenchNumerals.number(need.inhabitantsBeyond),
    people: need.inhabitantsBeyond === 0 ? '0' : peopleText(need.groupBeyond, group, frenchNumerals),
    share: Number.isNaN(share) ? words.unknown : formatPercent(100 * share, 1),
  };
}

/** Yields after each question: the first ones after a load measure the whole country. */
function* countingLines(data: Snapshot, territory: Territory, now: Date): Generator<void, GapLines | null> {
  if (data.territories.communes(territory).length === 0 || data.places.length === 0) return null;
  const today = isoDay(now);
  const poor = groupOfWord('pauvrete') ?? EVERYBODY;
  const within = territory.level === 'france' ? null : slugOf(territory.level, territory.code);
  const viewOf = (criteria: PlaceCriteria): GapsView => ({
    ...DEFAULT_GAPS_VIEW,
    ...criteria,
    reference: criteria.freshness === null ? DEFAULT_GAPS_VIEW.reference : EDITION,
    group: poor,
    within,
  });
  const group = groupText(poor);
  const lines = [];
  for (const criteria of QUESTIONS) {
    const view = viewOf(criteria);
    const gaps = gapsOf(data, view, today);
    const line = { label: words.without(supplyText(data, criteria)), href: gapsAddress(view) };
    lines.push({
      ...line,
      // What nobody says anywhere is not known to be missing: the sources have no word for it.
      ...(gaps.supply.ranks.length === 0
        ? { people: words.nobodySays, share: words.unknown, inhabitants: words.unknown }
        : needText(needWithin(data, gaps, territory), group)),
    });
    yield;
  }
  const whole = viewOf(NO_CRITERIA);
  const zones = zonesWithin(data, gapsOf(data, whole, today), territory) ?? [];
  const communes = data.territories.all('commune');
  return {
    limit: formatDistance(DEFAULT_GAPS_VIEW.limit * 1_000),
    lines,
    zones: zones.slice(0, ZONES).flatMap(({ communes: [main], need }) => {
      const commune = main === undefined ? undefined : communes[main];
      return commune
        ? [
            {
              name: words.zone(ofName(formatName(commune))),
              text: zoneText(need, group, false, frenchNumerals),
            },
          ]
        : [];
    }),
    offer: offerLines(data, territory, today),
    change: gapChange(data, whole, territory, today)?.sentence ?? null,
    href: gapsAddress(whole),
  };
}
