import { openFranceServices } from '../places/france-services.ts';
import { DEPARTEMENT } from '../society/communes.ts';
import type { DemonstrationTerritory } from '../territory.ts';
import { csv, type CsvCell } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

export const FRANCE_SERVICES_HEADER =
  '"id_fs","insee_dep","lib_fs","adresse","complement_adresse","insee_com","code_postal","lib_com","latitude","longitude","mail","telephone","h_lundi","h_mardi","h_mercredi","h_jeudi","h_vendredi","h_samedi","prise_rdv","commentaire","type_fs","format_fs","groupe_fs","labellisation_fs"';

/** The list of France services: every cell quoted, comments on several lines. */
export function franceServicesFile(territory: DemonstrationTerritory): DemonstrationFile {
  const places = openFranceServices(territory);
  const rows = places.map((place, index): CsvCell[] => [
    index + 1,
    DEPARTEMENT.code,
    place.name,
    place.address,
    place.complement,
    place.commune.code,
    place.commune.postcodes[0] as string,
    place.commune.name,
    place.lat,
    place.lon,
    place.mail,
    place.phone,
    ...place.hours,
    place.onAppointment ? 'Oui' : 'Non',
    place.comment,
    place.type,
    place.format,
    place.group,
    place.label,
  ]);
  return {
    path: 'liste-fs-20240801.csv',
    content: `${FRANCE_SERVICES_HEADER}\n${csv(rows, ',', 'always')}`,
    rows: rows.length,
    topic: 'places',
    separator: ',',
    notes: 'all quoted, multi-line fields',
  };
}
