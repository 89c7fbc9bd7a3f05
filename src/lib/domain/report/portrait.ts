import type { Coverage } from '../access/coverage.ts';
import type { CopperClosings } from '../copper/closing.ts';
import type { Position } from '../indicators/position.ts';
import type { FigureSource } from '../indicators/source.ts';
import type { Cell } from '../indicators/value.ts';
import type { PlaceKind } from '../places/place.ts';
import type { Level } from '../territory/level.ts';

/** A territory as pages and sentences name it. */
export interface Reference {
  level: Level;
  code: string;
  name: string;
  /** Code of the département that tells homonyms apart; `null` above it. */
  departement: string | null;
  slug: string;
  population: number | null;
}

/** The figure of a parent, to compare with. */
export interface Comparison {
  to: Reference;
  cell: Cell;
}

/** Where a figure stands among its peers: territories of the same level within `within`. */
export interface Standing {
  within: Reference;
  level: Level;
  position: Position;
}

/** Communes and people of one class of a band or category. */
export interface ClassCount {
  value: number;
  communes: number;
  people: number;
}

export interface ClassDistribution {
  classes: ClassCount[];
  /** Communes whose class is not known. */
  unknown: { communes: number; people: number };
}

/** One indicator of one territory, with all that must be said beside it. */
export interface Figure {
  indicator: string;
  /** Usually the indicator's; the index of fragility has its own file for EPCI. */
  source: FigureSource;
  cell: Cell;
  /** Computed by Maillage from communes, and not read as such. */
  aggregated: boolean;
  comparisons: Comparison[];
  standings: Standing[];
  /** For a group of communes, where the indicator does not aggregate but has classes. */
  classes: ClassDistribution | null;
}

export interface PlaceCounts {
  total: number;
  byKind: Record<PlaceKind, number>;
  /** Communes of the territory with at least one place. */
  communes: number;
}

/** The nearest place to a centre. */
export interface NearestPlace {
  name: string;
  town: string;
  /** Great-circle metres from the centre. */
  distance: number;
  /** Whether it stands at the centre of its commune for want of an address: its distance is no finer. */
  approximate: boolean;
}

/** What sentences are made from: the figures of a territory and of help within its reach. */
export interface Portrait {
  territory: Reference;
  /** From the nearest to the country. */
  parents: Reference[];
  /** Number of member communes; 1 for a commune. */
  communes: number;
  figures: Figure[];
  /** Whether only some places are counted, those that match a filter. */
  filtered: boolean;
  places: PlaceCounts;
  /** For a commune or an arrondissement: the nearest place to its centre. */
  nearest: NearestPlace | null;
  /** For a group of communes: people beyond the thresholds. */
  coverage: Coverage | null;
  /** When copper closes in its communes; `null` where no calendar is loaded. */
  copper: CopperClosings | null;
}

/** The figure of an indicator in a portrait, if the portrait has it. */
export const figureOf = (portrait: Pick<Portrait, 'figures'>, indicator: string): Figure | undefined =>
  portrait.figures.find((figure) => figure.indicator === indicator);
