import type { DemandPoints } from '#lib/domain/access/demand/demand-points.ts';
import { beyondColumn, shareColumn, type NeedSetting } from '#lib/domain/access/gaps/unmet-need.ts';
import {
  classify,
  classOfCode,
  UNCLASSED,
  unclassedOfCode,
  type Classification,
} from '#lib/domain/classify/classification.ts';
import { classifyDistances } from '#lib/domain/classify/distance-classes.ts';
import { cellAt, emptyColumn, type Column } from '#lib/domain/indicators/column.ts';
import { STATE_CODES } from '#lib/domain/indicators/value.ts';
import { SPOTS, type LocalMoran } from '#lib/domain/spatial/moran.ts';
import { classLabels } from '#lib/format/class-label.ts';
import { STATE_LABELS } from '#lib/format/figure.ts';
import { formatDistance, formatNumber, formatPercent } from '#lib/format/number.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import type { Painting } from '#lib/map/painting.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';
import { diverging, sequential } from '#lib/styles/ramps.ts';
import type { GapsView } from '#lib/view/gaps-view.ts';
import type { AccessAnswer } from '#lib/workers/access.ts';

const words = ecarts.map;

/** What the map of gaps draws and says. */
export interface GapPainting {
  painting: Painting;
  labels: string[];
  unit: string;
  notes: string[];
  format: (value: number) => string;
  describe: (ordinal: number, name: string | null) => TerritoryCard;
}

/** People out of reach, in steps that speak of a town hall: none, some, a hundred, … */
const PEOPLE_LIMITS = [0.5, 50, 200, 1_000, 5_000];

const ACCESS_CLASSES = 6;

/**
 * The map of an answer, by the minutes of a source of travel times when there are some; `null` while what it
 * needs is on its way.
 */
export function paintGaps(
  view: GapsView,
  answer: AccessAnswer,
  group: Column | null,
  people: Float64Array,
  points: DemandPoints | null,
  minutes: Column | null,
  epcis: { sets: Int32Array; count: number } | null,
): GapPainting | null {
  // Travel times are told from the centre of a commune.
  const from = minutes ? { costs: minutes.values, points: null } : { costs: answer.costs, points };
  switch (view.measure) {
    case 'people':
      return group && paintPeople(settingOf(view, from, group, people), answer.distances);
    case 'share':
      return group && epcis && paintShare(settingOf(view, from, group, people), epcis);
    case 'distance':
      return minutes ? paintMinutes(minutes) : paintDistance(answer);
    case 'access':
      return answer.access && paintAccess(view, answer.access);
    case 'spots':
      return answer.spots && paintSpots(answer.spots);
  }
}

const nameClass = (classification: Classification, ordinal: number) => {
  const code = classification.codes[ordinal] ?? UNCLASSED.absent;
  return { class: classOfCode(code), state: unclassedOfCode(code) };
};

const settingOf = (
  view: GapsView,
  from: Pick<NeedSetting, 'costs' | 'points'>,
  group: Column,
  people: Float64Array,
): NeedSetting => ({
  ...from,
  threshold: view.unit === 'min' ? view.limit : view.limit * 1_000,
  people,
  group,
});

/** Limits of shares, percent: the same whatever is asked, so that two maps can be compared. */
const SHARE_LIMITS = [0.1, 5, 15, 30, 60];

function paintShare(setting: NeedSetting, { sets, count }: { sets: Int32Array; count: number }): GapPainting {
  const column = shareColumn(setting, sets, count);
  const classification = classify(
    column,
    { kind: 'rate', decimals: 1 },
    { method: 'manual', classes: SHARE_LIMITS.length + 1, manual: SHARE_LIMITS },
  );
  const format = (value: number): string => formatPercent(value, 1);
  const labels = classLabels(classification, format);
  return {
    painting: { level: 'epci', classification, colours: sequential(Math.max(3, labels.length)) },
    labels,
    unit: words.units.share,
    notes: [],
    format,
    describe: (ordinal, name) => {
      const { value, state } = cellAt(column, ordinal);
      return {
        name,
        figure: value === null ? STATE_LABELS[state] : `${format(value)} ${ecarts.facts.share.toLowerCase()}`,
        ...nameClass(classification, ordinal),
        notes: [],
      };
    },
  };
}

function paintPeople(setting: NeedSetting, distances: Float64Array): GapPainting {
  const column = beyondColumn(setting);
  const classification = classify(
    column,
    { kind: 'count', decimals: 0 },
    {
      method: 'manual',
      classes: PEOPLE_LIMITS.length + 1,
      manual: PEOPLE_LIMITS,
    },
  );
  const format = (value: number): string => formatNumber(Math.round(value));
  const labels = classLabels(classification, format);
  return {
    painting: { level: 'commune', classification, colours: sequential(labels.length || 1) },
    labels: [words.within, ...labels.slice(1)],
    unit: words.units.people,
    notes: [],
    format,
    describe: (ordinal, name) => {
      const cell = cellAt(column, ordinal);
      const far = distances[ordinal] ?? Number.NaN;
      return {
        name,
        figure:
          cell.value === null
            ? STATE_LABELS[cell.state]
            : `${format(cell.value)} ${ecarts.facts.people.toLowerCase()}`,
        ...nameClass(classification, ordinal),
        notes: Number.isNaN(far) ? [] : [distanceNote(far)],
      };
    },
  };
}

const distanceNote = (metres: number): string =>
  metres === Infinity ? ecarts.zones.noNearest : words.nearest(formatDistance(metres));

function paintDistance({ distances }: AccessAnswer): GapPainting {
  const classification = classifyDistances(distances);
  const labels = classLabels(classification, (value) => formatNumber(value));
  return {
    painting: { level: 'commune', classification, colours: sequential(Math.max(3, labels.length)) },
    labels,
    unit: words.units.distance,
    notes: [],
    format: (value) => formatDistance(value * 1_000),
    describe: (ordinal, name) => {
      const metres = distances[ordinal] ?? Number.NaN;
      return {
        name,
        figure: Number.isNaN(metres)
          ? STATE_LABELS.absent
          : metres === Infinity
            ? ecarts.zones.noNearest
            : formatDistance(metres),
        ...nameClass(classification, ordinal),
        notes: [],
      };
    },
  };
}

/** Limits in minutes, the same whatever the filter. */
const MINUTE_LIMITS = [5, 10, 15, 20, 30];

function paintMinutes(minutes: Column): GapPainting {
  const classification = classify(
    minutes,
    { kind: 'count', decimals: 0 },
    { method: 'manual', classes: MINUTE_LIMITS.length + 1, manual: MINUTE_LIMITS },
  );
  const format = (value: number): string => formatNumber(Math.round(value));
  const labels = classLabels(classification, format);
  return {
    painting: { level: 'commune', classification, colours: sequential(Math.max(3, labels.length)) },
    labels,
    unit: words.units.minutes,
    notes: [],
    format,
    describe: (ordinal, name) => {
      const { value, state } = cellAt(minutes, ordinal);
      return {
        name,
        figure: value === null ? STATE_LABELS[state] : `${format(value)} ${words.units.minutes}`,
        ...nameClass(classification, ordinal),
        notes: [],
      };
    },
  };
}

function paintAccess(view: GapsView, access: Float64Array): GapPainting {
  const column = emptyColumn(access.length);
  column.values = access.map((each) => 10_000 * each);
  column.states.fill(STATE_CODES.value);
  const decimals = view.supply === 'hours' ? 0 : 1;
  const classification = classify(
    column,
    { kind: 'count', decimals },
    { method: 'quantile', classes: ACCESS_CLASSES },
  );
  const format = (value: number): string => formatNumber(value, decimals);
  const labels = classLabels(classification, format);
  return {
    // Little access is what one looks for: it is the dark end.
    painting: { level: 'commune', classification, colours: sequential(Math.max(3, labels.length)).reverse() },
    labels,
    unit: words.units[view.supply],
    notes: [],
    format,
    describe: (ordinal, name) => ({
      name,
      figure: `${format(column.values[ordinal] ?? 0)} ${words.units[view.supply]}`,
      ...nameClass(classification, ordinal),
      notes: [],
    }),
  };
}

/** Spots that are drawn, each under its class. */
const DRAWN_SPOTS = SPOTS.filter((spot) => spot !== 'unknown');

function paintSpots({ spots, global, cut }: LocalMoran): GapPainting {
  const counts = DRAWN_SPOTS.map(() => 0);
  let absent = 0;
  const codes = spots.map((spot) => {
    if (SPOTS[spot] === 'unknown') {
      absent++;
      return UNCLASSED.absent;
    }
    counts[spot] = (counts[spot] ?? 0) + 1;
    return spot;
  });
  const classification: Classification = {
    codes,
    breaks: [],
    own: DRAWN_SPOTS.map((_, at) => at),
    range: null,
    counts,
    estimated: 0,
    unclassed: { secret: 0, absent, incomplete: 0 },
    histogram: null,
  };
  const [cold, , coolish, , neutral, , warmish, , hot] = diverging(9) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const labels = DRAWN_SPOTS.map((spot) => words.spots[spot]);
  return {
    painting: { level: 'commune', classification, colours: [neutral, hot, cold, coolish, warmish] },
    labels,
    unit: words.units.spots,
    notes: [words.spotsNote(formatNumber(global, 2), formatNumber(cut, 3))],
    format: String,
    describe: (ordinal, name) => ({
      name,
      figure: words.spots[SPOTS[spots[ordinal] ?? SPOTS.indexOf('unknown')] ?? 'unknown'],
      ...nameClass(classification, ordinal),
      notes: [],
    }),
  };
}
