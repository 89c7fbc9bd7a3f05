import { namedColumns, writtenCode, writtenNumber } from '../named-columns.ts';
import { communeDestination } from './destination.ts';

/** A pair of a matrix of travel times, checked. */
export interface TravelPair {
  /** Current INSEE code. */
  commune: string;
  /** Id of a place, or a commune as `communeDestination` writes it. */
  place: string;
  minutes: number;
}

export interface TravelProblem {
  line: number;
  message: string;
}

export interface TravelRows {
  pairs: TravelPair[];
  problems: TravelProblem[];
}

/** Names that a column may bear, without accents or capitals. */
const COLUMNS = {
  commune: ['commune', 'code_insee', 'insee', 'codgeo', 'code_commune', 'from', 'origine', 'depart'],
  place: ['lieu', 'id', 'id_lieu', 'place', 'to', 'destination', 'arrivee'],
  minutes: ['minutes', 'duree', 'temps', 'duration', 'time', 'duree_min', 'temps_min'],
} as const;

type Column = keyof typeof COLUMNS;

/** Which column is which; `null` for one that is not there. */
export const travelColumns = (headings: readonly string[]): Record<Column, number | null> =>
  namedColumns<Column>(headings, COLUMNS);

/** Longer than a day is no way to a desk: it is a mistake of unit. */
const LONGEST = 1_440;

/** What is known of codes and places, to check pairs against. */
export interface TravelKnown {
  /** The current code of a commune, itself or what it was merged into; `null` for an unknown one. */
  currentCommune: (code: string) => string | null;
  isPlace: (id: string) => boolean;
}

/** What an INSEE code looks like. */
const CODE = /^(\d{5}|2[AB]\d{3})$/;

/**
 * Checks the pairs of a matrix row by row: an unknown commune or place, a time that is negative, absurd or
 * not a number is refused in words; of one pair told several times the least time holds. A destination is
 * the id of a place, else the INSEE code of a commune, whose centre is meant.
 */
export function checkTravelRows(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  columns: Record<Column, number>,
  { currentCommune, isPlace }: TravelKnown,
): TravelRows {
  const pairs = new Map<string, TravelPair>();
  const problems: TravelProblem[] = [];
  const communeAt = (code: string): string | null => {
    const current = currentCommune(code);
    return current === null ? null : communeDestination(current);
  };
  rows.forEach((cells, at) => {
    const read = (column: Column): string => (cells[columns[column]] ?? '').trim();
    const refuse = (message: string): void => void problems.push({ line: lines[at] ?? at + 1, message });
    const code = writtenCode(read('commune'));
    const commune = currentCommune(code);
    if (commune === null) return refuse(`commune inconnue « ${code} »`);
    const written = read('place');
    const place = isPlace(written) ? written : communeAt(writtenCode(written));
    if (place === null)
      return refuse(
        CODE.test(writtenCode(written))
          ? `commune d’arrivée inconnue « ${written} »`
          : `lieu inconnu « ${written} »`,
      );
    const text = read('minutes');
    const minutes = writtenNumber(text);
    if (Number.isNaN(minutes)) return refuse(`« ${text} » n’est pas une durée en minutes`);
    if (minutes < 0) return refuse(`une durée ne peut pas être négative (${text})`);
    if (minutes > LONGEST)
      return refuse(`${text} minutes font plus d’un jour : la durée est-elle en secondes ?`);
    const key = `${commune}/${place}`;
    const held = pairs.get(key);
    if (!held || minutes < held.minutes) pairs.set(key, { commune, place, minutes });
    return undefined;
  });
  return { pairs: [...pairs.values()], problems };
}
