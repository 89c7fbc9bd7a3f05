import { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/** A territory for tests: what is not said is unknown. */
export function territory(fields: Partial<Territory> & Pick<Territory, 'level' | 'code'>): Territory {
  return {
    name: fields.code,
    ordinal: 0,
    zone: 'metro',
    kind: null,
    population: null,
    lat: null,
    lon: null,
    surfaceKm2: null,
    commune: null,
    epci: null,
    ept: null,
    departement: null,
    region: null,
    postcodes: [],
    bbox: null,
    ...fields,
  };
}

/** Territories for tests, each level in the order of its codes. */
export function territories(
  rows: readonly (Partial<Territory> & Pick<Territory, 'level' | 'code'>)[],
  formerCodes: Readonly<Record<string, string>> = {},
): Territories {
  const counters = new Map<string, number>();
  const sorted = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const placed = sorted.map((row) => {
    const ordinal = counters.get(row.level) ?? 0;
    counters.set(row.level, ordinal + 1);
    return territory({ ...row, ordinal });
  });
  return new Territories(
    placed,
    Object.entries(formerCodes).map(([code, current]) => ({ code, name: null, current })),
  );
}
