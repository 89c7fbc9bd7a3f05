import { openMediationPlaces, type MediationPlace } from '../places/mediation.ts';
import type { DemonstrationTerritory } from '../territory.ts';
import type { DemonstrationFile } from './file.ts';

/** Records as the two real files lay them out: one field a line, no empty optional field. */
function jsonFields(records: readonly Record<string, string | number | null>[]): string {
  const lines = records.map((record) => {
    const fields = Object.entries(record).filter(([, value]) => value !== null);
    return `{\n${fields.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n}`;
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

const coordinates = ({
  hasCoordinates,
  lat,
  lon,
}: MediationPlace): { latitude: number | null; longitude: number | null } => ({
  latitude: hasCoordinates ? lat : null,
  longitude: hasCoordinates ? lon : null,
});

/** A place as the advisers' file has it: no commune code, the old key `conditions_access`. */
const adviserRecord = (place: MediationPlace): Record<string, string | number | null> => ({
  id: place.id,
  nom: place.name,
  services: place.services,
  pivot: place.pivot,
  commune: place.communeAsWritten,
  code_postal: place.commune.postcodes[0] as string,
  adresse: place.address,
  ...coordinates(place),
  site_web: place.website,
  conditions_access: place.fee,
  labels_nationaux: place.labels,
  horaires: place.hours,
  prise_rdv: place.appointment,
  source: 'conseiller-numerique',
  date_maj: place.updated,
});

/** A place as data·inclusion has it: a commune code nearly always, richer when it comes from elsewhere than the advisers. */
const inclusionRecord = (place: MediationPlace): Record<string, string | number | null> => ({
  id: place.id,
  nom: place.name,
  services: place.services,
  pivot: place.pivot,
  typologie: place.typology,
  commune: place.communeAsWritten,
  code_postal: place.commune.postcodes[0] as string,
  adresse: place.address,
  code_insee: place.hasCommuneCode ? place.commune.code : null,
  ...coordinates(place),
  site_web: place.website,
  presentation_resume: place.summary,
  publics_accueillis: place.audience,
  conditions_acces: place.inAdvisers ? null : place.fee,
  modalites_accompagnement: place.support,
  labels_nationaux: place.labels === '' ? null : place.labels,
  horaires: place.hours === '' ? null : place.hours,
  prise_rdv: place.appointment,
  source: place.inAdvisers ? 'conseiller-numerique' : 'dora',
  date_maj: place.updated,
});

/** The two files of mediation places, in the v0 form of the national schema; some ids are in both. */
export function mediationFiles(territory: DemonstrationTerritory): DemonstrationFile[] {
  const places = openMediationPlaces(territory);
  const inclusion = places.filter(({ inInclusion }) => inInclusion).sort((a, b) => (a.id < b.id ? -1 : 1));
  const advisers = places.filter(({ inAdvisers }) => inAdvisers).sort((a, b) => (a.id < b.id ? -1 : 1));
  const common = { topic: 'places', separator: '' } as const;
  return [
    {
      path: 'lieux-mediation-numerique-data-inclusion_2023-02.json',
      content: jsonFields(inclusion.map(inclusionRecord)),
      rows: inclusion.length,
      notes: 'national schema in its v0 form; some without latitude, some without code_insee',
      ...common,
    },
    {
      path: 'lieux-mediation-numerique-conseiller-numerique_2022-12.json',
      content: jsonFields(advisers.map(adviserRecord)),
      rows: advisers.length,
      notes: 'same v0 schema, no code_insee; some ids are shared with the file above',
      ...common,
    },
  ];
}
