import { z } from 'zod';
import { sourceSchema } from './source-schema.ts';
import { apiFields } from '../../messages/api-fields.ts';

const words = apiFields.geojson;

const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position).min(4);

const geometry = z
  .union([
    z.object({ type: z.literal('Point'), coordinates: position }),
    z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
  ])
  .nullable()
  .describe(words.geometry);

/** A row as a feature (RFC 7946). */
export const featureSchema = (properties: z.ZodObject) =>
  z.object({ type: z.literal('Feature'), id: z.string(), properties, geometry });

/** A page of rows as features, what must be said of it in members of its own. */
export const featuresSchema = (properties: z.ZodObject) =>
  z.object({
    type: z.literal('FeatureCollection'),
    total: z.int().min(0).describe(apiFields.list.total),
    page: z.int().min(1).describe(apiFields.list.page),
    parPage: z.int().min(1).describe(apiFields.list.parPage),
    pages: z.int().min(1).describe(apiFields.list.pages),
    precedente: z.url().nullable().describe(apiFields.list.precedente),
    suivante: z.url().nullable().describe(apiFields.list.suivante),
    edition: z.int().describe(apiFields.list.edition),
    etabli: z.iso.date().describe(apiFields.list.etabli),
    avertissements: z.array(z.string()).describe(apiFields.list.avertissements),
    sources: z.array(sourceSchema).describe(apiFields.list.sources),
    features: z.array(featureSchema(properties)).describe(words.features),
  });
