import { EVERYBODY } from '#lib/domain/access/gaps/group.ts';
import { shareBeyond } from '#lib/domain/access/gaps/unmet-need.ts';
import type { Cell } from '#lib/domain/indicators/value.ts';
import { zoneText } from '#lib/domain/report/unmet-need.ts';
import { WITHIN } from '#lib/domain/report/wording.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { demandsOf } from '#lib/domain/places/criteria.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { formatCount, formatDistance, formatNumber, formatPercent } from '#lib/format/number.ts';
import { frenchNumerals } from '#lib/format/numerals.ts';
import { formatName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { gapChange } from '#lib/server/gaps/change.ts';
import { weighingEquity } from '#lib/server/gaps/equity.ts';
import { countingMissing, type MissingRow } from '#lib/server/gaps/missing.ts';
import { partRows, partsLevel, type PartRow } from '#lib/server/gaps/parts.ts';
import { askedText, reasonsText } from '#lib/server/gaps/reasons-text.ts';
import type { GapsReport } from '#lib/server/gaps/report.ts';
import { territoire } from '#lib/messages/territoire.ts';
import { SHOWN_ZONES } from '#lib/server/gaps/shown-zones.ts';
import { spotAreas } from '#lib/server/gaps/spots.ts';
import { zoneSheets, type ZoneSheet } from '#lib/server/gaps/zone-sheets.ts';
import { inSlices } from '#lib/server/queries/in-slices.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { gapsAddress, type GapsView } from '#lib/view/gaps-view.ts';

const words = ecarts;

/** Communes named in a zone. */
const SHOWN_COMMUNES = 12;

/** A count as the page shows it: « 12 900 », with its interval or its reserve beside it. */
export interface ShownCount {
  text: string;
  note: string;
  value: number | null;
}

function shownCount(cell: Cell): ShownCount {
  if (cell.value === null) return { text: words.facts.notKnown, note: '', value: null };
  const text = formatNumber(Math.round(cell.value));
  if (cell.state === 'incomplete')
    return {
      text: `≥ ${text}`,
      note: `${formatPercent(100 * cell.cover)} des habitants connus`,
      value: cell.value,
    };
  if (!cell.interval) return { text, note: '', value: cell.value };
  const [low, high] = cell.interval.map((bound) => formatNumber(Math.round(bound))) as [string, string];
  return { text, note: words.parts.estimated(low, high), value: cell.value };
}

const shownShare = (share: number): string =>
  Number.isNaN(share) ? words.facts.notKnown : formatPercent(100 * share, 1);

/** A number that a table sorts by; unknown ones go last. */
const sortable = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The facts at the head of the page. */
export function factsOf(data: Snapshot, { gaps, need, given }: GapsReport) {
  const { supply } = gaps;
  const places = (count: number): string => formatCount(count, words.facts.one, words.facts.many);
  const { unplaced } = need;
  return {
    beyond: shownCount(need.groupBeyond),
    share: shownShare(shareBeyond(need)),
    of: shownCount(need.group).text,
    inhabitants: formatNumber(need.inhabitantsBeyond),
    inhabitantsOf: formatNumber(need.inhabitants),
    communes: formatNumber(need.communesBeyond),
    communesOf: formatNumber(need.communes),
    places: places(supply.ranks.length),
    remarks: [
      given.communes > 0
        ? words.facts.inhabited(
            formatCount(given.communes, 'commune'),
            formatCount(given.points, 'point'),
            data.inhabited?.name ?? '',
          )
        : '',
      supply.unsaid > 0 ? words.facts.unsaid(places(supply.unsaid)) : '',
      supply.approximate > 0 ? words.facts.approximate(places(supply.approximate)) : '',
      supply.unplaced > 0 ? words.facts.unplaced(places(supply.unplaced)) : '',
      unplaced.communes > 0 ? words.facts.unplacedCommunes(formatCount(unplaced.communes, 'commune')) : '',
    ].filter(Boolean),
  };
}

/** Why there is little to see: no place, nobody; `null` when there is something. */
export function emptyOf(data: Snapshot, view: GapsView, { gaps, need }: GapsReport): string[] {
  if (data.places.length === 0) return [words.empty.places];
  const said: string[] = [];
  if (gaps.supply.ranks.length === 0)
    said.push(
      view.freshness !== null
        ? words.empty.stale
        : words.empty.none(
            gaps.supply.unsaid > 0
              ? ` (${formatCount(gaps.supply.unsaid, words.facts.one, words.facts.many)} n’en disent pas assez)`
              : '',
          ),
    );
  if (!gaps.groupLoaded) said.push(words.empty.group);
  if (need.inhabitants === 0) said.push(words.empty.territory);
  return said;
}

/** Places named of those that came or went. */
const SHOWN_CHANGES = 12;

/** What changed since the edition of the places before; `null` when it cannot be told. */
export function changeOf(data: Snapshot, view: GapsView, territory: Territory, today: string) {
  const change = gapChange(data, view, territory, today);
  if (!change) return null;
  const { sentence, gained, lost } = change;
  const more = ({ length }: readonly Place[]): string =>
    length > SHOWN_CHANGES
      ? words.change.more(formatCount(length - SHOWN_CHANGES, words.facts.one, words.facts.many))
      : '';
  const inUse = new Set(data.places.map(({ id }) => id));
  const named = (places: readonly Place[]) =>
    places.slice(0, SHOWN_CHANGES).map(({ id, name, town }) => ({
      name,
      town,
      href: inUse.has(id) ? `/lieux/${encodeURIComponent(id)}` : null,
    }));
  return {
    sentence,
    gained: named(gained),
    moreGained: more(gained),
    lost: named(lost),
    moreLost: more(lost),
  };
}

/** The first zones, with what one needs to act on them. */
export function zonesOf(data: Snapshot, view: GapsView, report: GapsReport, today: string) {
  const { zones, gaps, group } = report;
  if (!zones) return null;
  const sheets = zoneSheets(data, gaps, view, zones.slice(0, SHOWN_ZONES), today);
  return {
    total: zones.length,
    list: sheets.map((sheet) => ({
      key: sheet.slug,
      name: sheet.name,
      slug: sheet.slug,
      bounds: sheet.bounds,
      ordinals: sheet.zone.communes,
      text: zoneText(sheet.zone.need, group, view.group === EVERYBODY, frenchNumerals),
      communes: sheet.communes.slice(0, SHOWN_COMMUNES).map(({ name, slug }) => ({ name, slug })),
      others: Math.max(0, sheet.communes.length - SHOWN_COMMUNES),
      nearest: sheet.answering[0] ? nearText(sheet.answering[0]) : null,
      partners: sheet.partners.map(nearText),
      reasons: reasonsText(data, sheet),
    })),
  };
}

const nearText = ({ id, name, town, distance }: ZoneSheet['partners'][number]) => ({
  href: `/lieux/${encodeURIComponent(id)}`,
  name,
  town,
  distance: formatDistance(distance),
});

/** What is missing most: one row a demand, those already asked left out, by theme. */
export async function missingOf(data: Snapshot, view: GapsView, territory: Territory, today: string) {
  const asked = new Set(demandsOf(view, today).map(({ field, value }) => `${field}/${value}`));
  const rows = await inSlices(countingMissing(data, view, territory, today));
  const others = rows.filter(({ question }) => !asked.has(`${question.field}/${question.value}`));
  return others.map((row: MissingRow) => ({
    theme: words.missing.themes[row.theme],
    label: askedText(data, row.question),
    href: gapsAddress({ ...view, ...row.criteria }),
    places: row.places,
    unsaid: row.unsaid,
    // What nobody says anywhere is not known to be missing: the sources have no word for it.
    ...(row.places === 0
      ? { people: NOT_SAID, share: words.facts.notKnown, shareValue: null }
      : {
          people: shownCount(row.need.groupBeyond),
          share: shownShare(row.share),
          shareValue: sortable(row.share),
        }),
  }));
}

const NOT_SAID: ShownCount = { text: territoire.gaps.nobodySays, note: '', value: null };

/** The parts of the territory side by side; `null` for a commune. */
export function partsOf(data: Snapshot, view: GapsView, { gaps, access, territory }: GapsReport) {
  const level = partsLevel(territory);
  if (level === null) return null;
  const decimals = (value: number): string =>
    Number.isNaN(value) ? words.facts.notKnown : formatNumber(value, view.supply === 'hours' ? 0 : 2);
  return {
    level,
    rows: partRows(data, gaps, access, territory).map((row: PartRow) => ({
      name: row.name,
      href: level === 'commune' ? `/territoires/${row.slug}` : gapsAddress({ ...view, within: row.slug }),
      inhabitants: row.need.inhabitants,
      people: shownCount(row.need.groupBeyond),
      share: shownShare(row.share),
      shareValue: sortable(row.share),
      places: row.places,
      per10000: decimals(row.placesPer10000),
      per10000Value: sortable(row.placesPer10000),
      access: decimals(row.accessPer10000),
      accessValue: sortable(row.accessPer10000),
    })),
  };
}

/** Under this, either way, an index of concentration says that help does not look at need. */
const EVEN = 0.03;

/** Whether help goes where need is; `null` when there is nothing to share. */
export async function equitySection(data: Snapshot, view: GapsView, report: GapsReport, today: string) {
  const equity = await inSlices(weighingEquity(data, view, report.territory, today));
  if (!equity) return null;
  const [first] = equity.lines;
  const index = first?.concentration ?? 0;
  return {
    need: equity.byPoverty ? words.equity.byPoverty : words.equity.byGroup(report.group.many),
    verdict: words.equity.verdicts[index < -EVEN ? 'toward' : index > EVEN ? 'away' : 'even'],
    lines: equity.lines.map(({ of, curve, concentration, gini, firstFifth }) => ({
      of,
      label: words.equity.shared[of],
      sentence: words.equity.sentence(words.equity.of[of], formatPercent(100 * firstFifth, 1)),
      curve: thinned(curve),
      concentration: formatNumber(concentration, 3),
      gini: formatNumber(gini, 3),
      first: formatPercent(100 * firstFifth, 1),
    })),
  };
}

/** Points of a curve drawn: more cannot be told apart on a screen. */
const DRAWN_POINTS = 200;

function thinned({ people, amount }: { people: number[]; amount: number[] }): [number, number][] {
  const step = Math.max(1, Math.floor(people.length / DRAWN_POINTS));
  return people.flatMap((share, at): [number, number][] =>
    at % step === 0 || at === people.length - 1
      ? [[Math.round(share * 1e4) / 1e4, Math.round((amount[at] as number) * 1e4) / 1e4]]
      : [],
  );
}

/** « dans le département », « ouvert le samedi »: what the head of the page says of the question. */
export const placeText = (territory: Territory): string =>
  territory.level === 'france' ? WITHIN.france : formatName(territory);

/** Hot and cold spots, for who does not read the map. */
export async function spotsSection(
  data: Snapshot,
  view: GapsView,
  { gaps, territory }: GapsReport,
  today: string,
) {
  const areas = await spotAreas(data, view, gaps, territory, today);
  return (areas ?? []).map(({ spot, main, communes, inhabitants }) => ({
    key: `${spot}-${main.code}`,
    spot: words.map.spots[spot],
    name: formatName(main),
    href: `/territoires/${slugOf('commune', main.code)}`,
    communes,
    inhabitants,
  }));
}
