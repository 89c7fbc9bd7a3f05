import type { Level } from '../territory/level.ts';
import type { ZoneKind } from '../zones/zone.ts';
import type { Alarm } from './alarms.ts';
import type { ShapesChange } from './shapes-change.ts';

/** A number before a new edition, and with it; `null` where there is none. */
export interface BeforeAfter<Value = number> {
  before: Value;
  after: Value;
}

/** What became of the figure, or of the rank, of one territory. */
export interface Move extends BeforeAfter {
  /** Official code of the territory. */
  code: string;
}

/** Ranks of one indicator: 1 is the most fragile end, or the greatest figure where neither end is. */
export interface RankChange {
  /** Territories ranked in both editions. */
  ranked: number;
  /** Those whose rank is another. */
  moved: number;
  /** The greatest moves, the greatest first. */
  movers: Move[];
}

/** What a new edition does to one indicator, at the finest level that its source gives. */
export interface ColumnChange {
  indicator: string;
  level: Level;
  /** Territories of the level. */
  territories: number;
  /** Territories with a figure, published or estimated. */
  known: BeforeAfter;
  /** Territories whose figure is another, or is now published where it was estimated (or the reverse). */
  changed: number;
  /** Inhabitants of the territories whose figure changed, appeared or vanished. */
  people: number;
  appeared: number;
  /** Figures gone, by what stands in their place. */
  vanished: { secret: number; absent: number; incomplete: number };
  /** Of the territories with a figure; `null` for classes and bands, which have no middle. */
  median: BeforeAfter<number | null> | null;
  /** The figure of the country; `null` where groups have none. */
  country: BeforeAfter<number | null> | null;
  /** The greatest rises and falls, the greatest first. */
  rises: Move[];
  falls: Move[];
  ranksInCountry: RankChange;
  /** Ranks of communes among those of their département; `null` at other levels. */
  ranksInDepartement: RankChange | null;
}

/** One place of a list of changes. */
export interface PlaceLine {
  id: string;
  name: string;
  /** INSEE code; `null` when unknown. */
  commune: string | null;
}

/** What a new edition does to the places in use. */
export interface MeshChange {
  places: BeforeAfter;
  gained: number;
  lost: number;
  changed: number;
  /** The first of each. */
  gainedOnes: PlaceLine[];
  lostOnes: PlaceLine[];
  changedOnes: (PlaceLine & { fields: string[] })[];
}

/** People farther than 10 km from every place. */
export interface GapsChange {
  country: BeforeAfter;
  /** Départements where it changes, the greatest change first. */
  departements: Move[];
  /** How many départements change in all. */
  moved: number;
}

/** Everything that a new edition of a source changes, told before it replaces the one in use. */
export interface EditionChanges {
  rows: { kept: BeforeAfter; refused: BeforeAfter };
  /** Indicators whose figures change. */
  columns: ColumnChange[];
  /** Indicators of the source whose figures stay as they are. */
  sameColumns: number;
  /** `null` when the source has no places. */
  mesh: MeshChange | null;
  /** `null` when nobody’s distance can change. */
  gaps: GapsChange | null;
  /** Communes whose outline is another; `null` when the source has no outlines. */
  outlines: { communes: number; changed: number } | null;
  /** Neighbourhoods that come, go and change; `null` when the source has none. */
  zones: (ShapesChange & { kind: ZoneKind }) | null;
  alarms: Alarm[];
}
