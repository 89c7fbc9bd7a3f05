import { basename } from 'node:path';
import type { ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCell, readShare, withWeight } from '../../read/cells.ts';
import { ImportError } from '../../import-error.ts';
import { readUtf8 } from '../../read/read-file.ts';
import { readTable } from '../../read/read-table.ts';

/** ARCEP's fibre deployment of February 2026; also the published centre and area of each commune. */
export const fibre2026: ValueAdapter = {
  id: 'fibre-2026',
  kind: 'values',
  level: 'commune',
  files: ['arcep_ftth_communes_2026.csv'],
  revision: 1,
  indicators: ['fibre-2026'],
  async read([path = '']) {
    const file = basename(path);
    const table = readTable(await readUtf8(path), file, {
      separator: ';',
      columns: ['code_insee', 'lat', 'lon', 'surface_km2', 'fibre_pct'],
    });
    const rows = table.map((row): ValueRow => {
      const lat = readCell(row, 'lat', file).value;
      const lon = readCell(row, 'lon', file).value;
      if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
        throw new ImportError('le centre de la commune manque ou sort du globe', {
          file,
          line: row.line,
          column: 'lat',
          expected: 'une latitude et une longitude en degrés',
        });
      }
      return {
        line: row.line,
        lines: 1,
        code: row.get('code_insee').trim(),
        cells: new Map([['fibre-2026', withWeight(readShare(row, 'fibre_pct', file), null)]]),
        centre: { lat, lon, surfaceKm2: readCell(row, 'surface_km2', file).value },
      };
    });
    return { rows, refused: [] };
  },
};
