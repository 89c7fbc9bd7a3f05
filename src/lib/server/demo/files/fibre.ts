import { DEPARTEMENT, REGION } from '../society/communes.ts';
import type { DemonstrationTerritory } from '../territory.ts';
import { csv, withPoint, type CsvCell } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

export const FIBRE_2026_HEADER = 'code_insee;nom_com;code_dep;code_reg;surface_km2;lat;lon;fibre_pct';

export const FIBRE_2018_TITLE = [
  "Réseaux en fibre optique jusqu'à l'abonné (FttH),,,,",
  'Déploiement par Commune,,,,',
  ',,,,',
  ',,,,',
  'Code commune,Champ,T3 2017,T4 2017,T1 2018',
].join('\n');

/** Fibre in 2026: one row a commune, one commune without a value. */
export function fibre2026File({ communes }: DemonstrationTerritory): DemonstrationFile {
  const rows = communes.map(({ code, name, surfaceKm2, centre, connection }): CsvCell[] => [
    code,
    name,
    DEPARTEMENT.code,
    REGION.code,
    Math.round(100 * surfaceKm2) / 100,
    centre.lat,
    centre.lon,
    withPoint(connection.fibre2026, 1),
  ]);
  return {
    path: 'arcep_ftth_communes_2026.csv',
    content: csv([FIBRE_2026_HEADER.split(';'), ...rows], ';'),
    rows: rows.length,
    topic: 'connectivity',
    separator: ';',
    notes: 'fibre_pct = premises connectable to FttH, %; one commune has no value',
  };
}

/** Fibre at the start of 2018: four lines of title, two rows a commune, communes as they were then. */
export function fibre2018File({ communes }: DemonstrationTerritory): DemonstrationFile {
  const rows = communes
    .flatMap(({ code, former, connection: { premises2018, band2018 } }) =>
      (former.length > 0 ? former : [{ code, share: 1 }]).map((part) => ({
        code: part.code,
        premises: premises2018.map((count) => Math.round(count * part.share)),
        bands: band2018,
      })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code, premises, bands }): CsvCell[][] => [
      [code, 'Locaux Raccordables', ...premises],
      [code, 'Catégorie', ...bands],
    ]);
  return {
    path: 'arcep_ftth_communes_2018T1.csv',
    content: `${FIBRE_2018_TITLE}\n${csv(rows, ',')}`,
    rows: rows.length,
    topic: 'connectivity',
    separator: ',',
    notes:
      "4 title lines; two rows a commune: 'Locaux Raccordables' and 'Catégorie' (band 0, 5, 10, 25, 50, 80 %)",
  };
}
