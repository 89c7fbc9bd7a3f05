import { cellAt } from '../../domain/indicators/column.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

const SHOWN = ['niveau-de-vie-median', 'fibre-2026'] as const;

/** A territory worth opening first, with the figures that its card shows. */
export interface Example {
  territory: Territory;
  /** In the unit of the indicator; `null` where the figure is not known. */
  figures: { indicator: (typeof SHOWN)[number]; value: number | null }[];
  places: number;
}

/** The largest territory of each of three levels whose figures are all known, else simply the largest. */
export function exampleTerritories(data: Snapshot): Promise<Example[]> {
  return remember(data, 'examples', '', async () => {
    const examples = await Promise.all(
      (['commune', 'epci', 'departement'] as const).map((level) => largest(data, level)),
    );
    return examples.filter((example) => example !== null);
  });
}

async function largest(data: Snapshot, level: Level): Promise<Example | null> {
  const columns = SHOWN.map((indicator) => data.column(indicator, level));
  const figuresOf = ({ ordinal }: Territory): Example['figures'] =>
    SHOWN.map((indicator, at) => {
      const column = columns[at];
      const cell = column ? cellAt(column, ordinal) : null;
      return { indicator, value: cell && isKnown(cell) ? cell.value : null };
    });
  const byPopulation = [...data.territories.all(level)].sort(
    (p, q) => (q.population ?? 0) - (p.population ?? 0),
  );
  const complete = byPopulation.find((territory) =>
    figuresOf(territory).every(({ value }) => value !== null),
  );
  const territory = complete ?? byPopulation[0];
  if (!territory) return null;
  const communes = new Set(data.territories.communes(territory).map(({ code }) => code));
  const places = data.places.filter(({ commune }) => commune !== null && communes.has(commune)).length;
  return { territory, figures: figuresOf(territory), places };
}
