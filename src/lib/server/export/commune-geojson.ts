import type { MultiPolygon, Polygon } from 'geojson';
import type { Territory } from '../../domain/territory/territory.ts';
import type { ExportField } from './commune-export.ts';

/** What must be said of a file once it is away from its page. */
export interface ExportNotice {
  title: string;
  /** ISO day. */
  date: string;
  sources: readonly { title: string; producer: string; edition: string; licence: string }[];
  restricted: string;
}

/** Communes as a GeoJSON feature collection, piece by piece: a country does not fit in one string cheaply. */
export function* communeGeoJson(
  notice: ExportNotice,
  fields: readonly ExportField[],
  communes: readonly Territory[],
  outlines: ReadonlyMap<string, Polygon | MultiPolygon>,
): Generator<string> {
  yield `{"type":"FeatureCollection","metadata":${JSON.stringify(notice)},"features":[`;
  let first = true;
  for (const commune of communes) {
    const properties = Object.fromEntries(fields.map(({ key, value }) => [key, value(commune)]));
    const geometry = outlines.get(commune.code) ?? null;
    yield `${first ? '' : ',\n'}${JSON.stringify({ type: 'Feature', id: commune.code, properties, geometry })}`;
    first = false;
  }
  yield ']}\n';
}
