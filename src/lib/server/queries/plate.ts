import type { Classification } from '../../domain/classify/classification.ts';
import { DEFAULT_INDICATOR, indicator } from '../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { classificationOf } from './classification.ts';
import type { Snapshot } from './snapshot.ts';

/** The map of the home page: what it shows, before it is drawn. */
export interface Plate {
  indicator: Indicator;
  level: MapLevel;
  classification: Classification;
  /** Territories of the mainland, or of the demonstration. */
  territories: Territory[];
  /** Codes of their régions, whose outlines give the coast and the larger lines. */
  regions: string[];
  /** West, south, east, north of those. */
  box: [number, number, number, number];
}

/** Under this many départements, communes are drawn: a map of one shape says nothing. */
const FEW = 12;

/** The default indicator over the whole country: by département, or by commune where there are few. */
export async function homePlate(data: Snapshot): Promise<Plate | null> {
  const level = data.territories.all('departement').length < FEW ? 'commune' : 'departement';
  const subject = indicator(DEFAULT_INDICATOR);
  const classification = await classificationOf(data, subject, level, { method: 'quantile' });
  const territories = data.territories
    .all(level)
    .filter(({ zone, bbox }) => zone === 'metro' && bbox !== null);
  if (!classification || territories.length === 0) return null;
  const box = territories.reduce<Plate['box']>(
    ([west, south, east, north], { bbox }) => {
      const [w, s, e, n] = bbox as NonNullable<Territory['bbox']>;
      return [Math.min(west, w), Math.min(south, s), Math.max(east, e), Math.max(north, n)];
    },
    [180, 90, -180, -90],
  );
  const regions = [...new Set(territories.map(({ region }) => region))].filter((code) => code !== null);
  return { indicator: subject, level, classification, territories, regions, box };
}
