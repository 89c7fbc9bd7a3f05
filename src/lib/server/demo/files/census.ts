import type { DemonstrationTerritory } from '../territory.ts';
import { csv, withPoint } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

export const CENSUS_HEADER =
  'code;population;part65plus;partMoins15;tauxChomage;partCadres;partOuvriers;partDiplomeSup';

/** Shares of the 2022 census; as in the real file, an empty commune has no row. */
export function censusFile({ communes }: DemonstrationTerritory): DemonstrationFile {
  const rows = communes
    .filter(({ population }) => population > 0)
    .map(({ code, census }) => [
      code,
      ...[
        census.population2022,
        census.over65,
        census.under15,
        census.unemployment,
        census.managers,
        census.workers,
        census.higherDiploma,
      ].map((value) => withPoint(value, 1)),
    ]);
  return {
    path: 'rp_2022_commune.csv',
    content: csv([CENSUS_HEADER.split(';'), ...rows], ';'),
    rows: rows.length,
    topic: 'demographics',
    separator: ';',
    notes: 'all %, decimal point; the empty commune has no row',
  };
}
