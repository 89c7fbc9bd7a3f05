import { basename } from 'node:path';
import { ABSENT, isKnown, known, type Cell } from '../../../../domain/indicators/value.ts';
import type { RowCell, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCell, readShare, withWeight } from '../../read/cells.ts';
import { readUtf8 } from '../../read/read-file.ts';
import { readTable } from '../../read/read-table.ts';

const SHARES = {
  'part-65-ans-et-plus': 'part65plus',
  'part-moins-15-ans': 'partMoins15',
  chomage: 'tauxChomage',
  'part-cadres': 'partCadres',
  'part-ouvriers': 'partOuvriers',
  'part-diplomes-superieur': 'partDiplomeSup',
} as const;

/** Census of 2022, percentages derived from INSEE's tables: decimal point, one row a commune. */
export const rp2022: ValueAdapter = {
  id: 'rp-2022',
  kind: 'values',
  level: 'commune',
  files: ['rp_2022_commune.csv'],
  revision: 1,
  indicators: [...Object.keys(SHARES), 'population-2022', 'personnes-65-ans-et-plus'],
  async read([path = '']) {
    const file = basename(path);
    const columns = ['code', 'population', ...Object.values(SHARES)];
    const rows = readTable(await readUtf8(path), file, { separator: ';', columns }).map((row): ValueRow => {
      const population = readCell(row, 'population', file);
      const cells = new Map<string, RowCell>(
        Object.entries(SHARES).map(([id, column]) => [
          id,
          withWeight(readShare(row, column, file), population.value),
        ]),
      );
      cells.set('population-2022', withWeight(population, null));
      const share = readShare(row, SHARES['part-65-ans-et-plus'], file);
      cells.set('personnes-65-ans-et-plus', withWeight(peopleOf(share, population), null));
      return { line: row.line, lines: 1, code: row.get('code').trim(), cells };
    });
    return { rows, refused: [] };
  },
};

const peopleOf = (share: Cell, population: Cell): Cell =>
  isKnown(share) && isKnown(population) ? known(Math.round((share.value * population.value) / 100)) : ABSENT;
