import { decodeText } from './decode-text.ts';
import { flatten } from './flat-object.ts';
import { positionOf } from './geojson-position.ts';
import { JsonList } from './json-list.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { plainNumber } from './plain-number.ts';
import { refusals } from './refusals.ts';
import { nameTable } from './shape-table.ts';
import type { Progress, RawRow, TableFile } from './table-file.ts';

/** What the column « position » says of a place whose geometry is no point. */
const MIDDLE = 'milieu de l’emprise du contour';

/**
 * A list of objects, or the features of a GeoJSON with their `latitude` and `longitude`; where a geometry
 * is no point, a column `position` says what they are. Throws an `IntakeError`.
 */
export function readJson(bytes: Buffer, name: string, onprogress: Progress): TableFile {
  const { encoding, pieces } = decodeText(bytes, name);
  let table = new Columns();
  let features = 0;
  const list = new JsonList(
    (value, rank) => {
      const isFeature = 'type' in value && value.type === 'Feature';
      if (isFeature) features++;
      table.add(rank, isFeature ? featureCells(value) : flatten(value));
    },
    () => ([table, features] = [new Columns(), 0]),
  );
  for (const piece of pieces(onprogress)) list.write(piece);
  list.end();
  if (list.key === undefined) throw refusals.notAList();
  const shaped = nameTable(table.names, table.rows);
  return { format: features > 0 ? 'geojson' : 'json', encoding, separator: null, sheet: null, ...shaped };
}

/** Rows whose columns are found as they come. */
class Columns {
  readonly rows: RawRow[] = [];
  readonly #places = new Map<string, number>();
  #cells = 0;

  get names(): string[] {
    return [...this.#places.keys()];
  }

  add(line: number, cells: ReadonlyMap<string, string>): void {
    this.#cells += cells.size;
    if (this.#cells > MAX_CELLS) throw refusals.tooManyCells();
    if (this.rows.length >= MAX_ROWS) throw refusals.tooManyRows();
    const row: string[] = [];
    for (const [name, text] of cells) {
      const place = this.#places.get(name) ?? this.#places.size;
      if (place >= MAX_COLUMNS) throw refusals.tooManyColumns(line);
      this.#places.set(name, place);
      while (row.length < place) row.push('');
      row[place] = text;
    }
    if (this.#places.size * (this.rows.length + 1) > MAX_CELLS) throw refusals.tooManyCells();
    this.rows.push({ line, cells: row });
  }
}

/** What a feature should be, none of it sure. */
interface Feature {
  type?: unknown;
  properties?: unknown;
  geometry?: unknown;
  id?: unknown;
}

function featureCells({ properties, geometry, id }: Feature): Map<string, string> {
  const cells = flatten(typeof properties === 'object' && properties !== null ? properties : {});
  if ((typeof id === 'string' || typeof id === 'number') && !cells.has('id')) cells.set('id', String(id));
  const position = positionOf(geometry);
  if (!position) return cells;
  cells.set('latitude', plainNumber(String(position.latitude)));
  cells.set('longitude', plainNumber(String(position.longitude)));
  if (!position.exact) cells.set('position', MIDDLE);
  return cells;
}
