import type { MultiPolygon, Point, Polygon } from 'geojson';
import type { OpenTable } from './table-export.ts';

/** What a row looks like on a map: the outline of a territory, or where a place stands. */
export type RowGeometry = Polygon | MultiPolygon | Point;

/**
 * A table as a GeoJSON feature collection, piece by piece: a country does not fit in one string
 * cheaply. What must be said of it stands in top-level members (RFC 7946 §6.1): title, date, columns,
 * notes, sources. A territory without an outline, or a place without a position, has a null geometry.
 */
export function* writeGeoJson(
  table: OpenTable,
  geometries: ReadonlyMap<string, RowGeometry>,
): Generator<string> {
  const { title, date, fields, notes, sources } = table;
  const columns = fields.map(({ key, label, unit, year, producer }) => ({
    key,
    label,
    unit,
    year,
    producer,
  }));
  const said = JSON.stringify({ title, date, columns, notes, sources }).slice(1, -1);
  yield `{"type":"FeatureCollection",${said},"features":[`;
  let separator = '';
  for (const { id, cells } of table.rows()) {
    const properties = Object.fromEntries(fields.map(({ key }, at) => [key, cells[at] ?? null]));
    const geometry = geometries.get(id) ?? null;
    yield `${separator}${JSON.stringify({ type: 'Feature', id, properties, geometry })}`;
    separator = ',\n';
  }
  yield ']}\n';
}
