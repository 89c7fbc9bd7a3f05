import { z } from 'zod';
import { LEVELS } from '../../../domain/territory/level.ts';
import { slugOf } from '../../../domain/territory/slug.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { apiFields } from '../../../messages/api-fields.ts';

const words = apiFields.territory;

/** A territory, in one row. */
export const territoryRow = z.object({
  slug: z.string().describe(words.slug),
  code: z.string().describe(words.code),
  niveau: z.enum(LEVELS).describe(words.niveau),
  nom: z.string().describe(words.nom),
  nature: z.string().nullable().describe(words.nature),
  population: z.int().min(0).nullable().describe(words.population),
  commune: z.string().nullable().describe(words.commune),
  epci: z.string().nullable().describe(words.epci),
  ept: z.string().nullable().describe(words.ept),
  departement: z.string().nullable().describe(words.departement),
  region: z.string().nullable().describe(words.region),
  codesPostaux: z.array(z.string()).describe(words.codesPostaux),
  latitude: z.number().min(-90).max(90).nullable().describe(words.latitude),
  longitude: z.number().min(-180).max(180).nullable().describe(words.longitude),
  superficieKm2: z.number().min(0).nullable().describe(words.superficieKm2),
});

/** The row of a territory. */
export const territoryRowOf = (one: Territory): z.infer<typeof territoryRow> => ({
  slug: slugOf(one.level, one.code),
  code: one.code,
  niveau: one.level,
  nom: one.name,
  nature: one.kind,
  population: one.population,
  commune: one.commune,
  epci: one.epci,
  ept: one.ept,
  departement: one.departement,
  region: one.region,
  codesPostaux: [...one.postcodes],
  latitude: one.lat,
  longitude: one.lon,
  superficieKm2: one.surfaceKm2,
});
