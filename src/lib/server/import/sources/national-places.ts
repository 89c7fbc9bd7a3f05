import { basename } from 'node:path';
import { z } from 'zod';
import type { SourceId } from '../../../domain/indicators/source.ts';
import { CommuneFinder, positionOf } from '../../../domain/places/locate.ts';
import { blankPlace, type Place } from '../../../domain/places/place.ts';
import {
  helpsOnBehalf,
  translateFees,
  translateProgrammes,
  translatePublics,
  translateServices,
  translateSupport,
} from '../../../domain/places/v0.ts';
import { DispositifProgrammeNational } from '@gouvfr-anct/lieux-de-mediation-numerique';
import type { PlaceAdapter, Refusal } from '../adapter.ts';
import { ImportError } from '../import-error.ts';
import { ordinaryWeek } from '../../places/ordinary-week.ts';
import { readUtf8 } from '../read/read-file.ts';

const text = z.string().optional();
const coordinate = z.number().optional();

/** A record of the national schema, v0: e-mail and telephone are not read. */
const record = z.object({
  id: z.string().min(1),
  nom: z.string().min(1),
  services: text,
  commune: z.string(),
  code_postal: z.string(),
  code_insee: text,
  adresse: z.string(),
  latitude: coordinate,
  longitude: coordinate,
  typologie: text,
  site_web: text,
  horaires: text,
  presentation_resume: text,
  presentation_detail: text,
  pivot: text,
  complement_adresse: text,
  date_maj: text,
  publics_accueillis: text,
  conditions_acces: text,
  conditions_access: text,
  labels_nationaux: text,
  modalites_accompagnement: text,
  prise_rdv: text,
});

type Record0 = z.infer<typeof record>;

/** The two files of the national cartography share the v0 schema; records of one id are one place. */
function nationalPlaces(id: SourceId, name: string): PlaceAdapter {
  return {
    id,
    kind: 'places',
    files: [name],
    revision: 3,
    async read([path = ''], territories) {
      const file = basename(path);
      const items = readItems(await readUtf8(path), file);
      const finder = new CommuneFinder(territories);
      const places: Place[] = [];
      const refused: Refusal[] = [];
      items.forEach((item, at) => {
        const parsed = record.safeParse(item);
        if (parsed.success) {
          places.push(toPlace(parsed.data, id, finder));
          return;
        }
        const issue = parsed.error.issues[0];
        refused.push({
          line: at + 1,
          code: null,
          reason: `fiche ${at + 1}, champ « ${issue?.path.join('.')} » : ${issue?.message}`,
        });
      });
      if (places.length === 0) {
        throw new ImportError('aucune fiche ne suit le schéma national', {
          file,
          line: 1,
          expected: 'des fiches avec id, nom, commune, code_postal et adresse',
        });
      }
      return { places, rowsRead: items.length, refused };
    },
  };
}

function readItems(content: string, file: string): unknown[] {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch (cause) {
    const at = Number(/position (\d+)/.exec((cause as Error).message)?.[1] ?? content.length);
    throw new ImportError('le fichier n’est pas du JSON complet, il est peut-être tronqué', {
      file,
      line: content.slice(0, at).split('\n').length,
      expected: 'un tableau JSON de fiches',
    });
  }
  if (!Array.isArray(data))
    throw new ImportError('le fichier ne contient pas une liste', {
      file,
      line: 1,
      expected: 'un tableau JSON de fiches',
    });
  return data;
}

const filled = (value: string | undefined): string | null => (value?.trim() ? value.trim() : null);

/** A SIRET or RNA; the zeros that some files write in its place say nothing. */
const pivotOf = (value: string | undefined): string | null => {
  const pivot = filled(value);
  return pivot === null || /^0+$/.test(pivot) ? null : pivot;
};

/** Addresses of pages only: anything else in the field would be a link that does something else. */
const webAddress = (value: string | undefined): string | null => {
  const address = filled(value);
  return address !== null && /^https?:\/\/[^\s]+$/i.test(address) ? address : null;
};

function toPlace(row: Record0, source: SourceId, finder: CommuneFinder): Place {
  const commune = finder.find({
    code: row.code_insee ?? '',
    postcode: row.code_postal,
    town: row.commune,
    lat: row.latitude ?? null,
    lon: row.longitude ?? null,
  });
  const hours = filled(row.horaires);
  const programmes = translateProgrammes(row.labels_nationaux).words;
  return {
    ...blankPlace(row.id, row.nom.trim()),
    kind: programmes.includes(DispositifProgrammeNational.ConseillersNumeriques)
      ? 'conseiller-numerique'
      : 'mediation',
    pivot: pivotOf(row.pivot),
    address: row.adresse.trim(),
    addressExtra: filled(row.complement_adresse),
    postcode: row.code_postal,
    town: row.commune.trim(),
    commune: commune?.code ?? null,
    ...positionOf(row.latitude ?? null, row.longitude ?? null, commune),
    typology: filled(row.typologie),
    services: translateServices(row.services).words,
    ...withoutUnknown(translatePublics(row.publics_accueillis)),
    fees: translateFees(row.conditions_acces ?? row.conditions_access).words,
    support: translateSupport(row.modalites_accompagnement).words,
    onBehalf: helpsOnBehalf(row.modalites_accompagnement),
    programmes,
    hours,
    week: hours === null ? null : ordinaryWeek(hours),
    website: webAddress(row.site_web),
    bookingUrl: webAddress(row.prise_rdv),
    summary: filled(row.presentation_resume),
    detail: filled(row.presentation_detail),
    updated: filled(row.date_maj),
    sources: [source],
  };
}

const withoutUnknown = ({
  publics,
  specificCare,
}: ReturnType<typeof translatePublics>): Pick<Place, 'publics' | 'specificCare'> => ({
  publics,
  specificCare,
});

export const dataInclusionPlaces = nationalPlaces(
  'lieux-data-inclusion',
  'lieux-mediation-numerique-data-inclusion_2023-02.json',
);
export const conseillerNumeriquePlaces = nationalPlaces(
  'lieux-conseiller-numerique',
  'lieux-mediation-numerique-conseiller-numerique_2022-12.json',
);
