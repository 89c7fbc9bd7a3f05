import { SOURCE_IDS, type SourceId } from '../../domain/indicators/source.ts';
import { DATA_INCLUSION_COLUMNS } from '../../domain/places/schema/data-inclusion-columns.ts';
import type { FileKind } from './download/file-kind.ts';

/** Where a producer keeps a file. */
export type LivePlace =
  /** At one address, whatever the edition. */
  | { at: 'address'; url: string }
  /** At an address of each quarter, `{AAAA_TN}` in it standing for « 2026_T1 ». */
  | { at: 'quarter'; url: string }
  /** In the catalogue of data.gouv.fr, under the number of the resource. */
  | { at: 'resource'; id: string }
  /** In a dataset of data.gouv.fr, the last by title of the resources that bear such a one. */
  | { at: 'dataset'; slug: string; title: RegExp };

export interface LiveFile {
  /** As the adapter knows it; `{AAAA_TN}` in it is the quarter, `{title}` the title in the catalogue, `{day}` the day that the file was last changed, `{kind}` what it is. */
  name: string;
  /** What it may be, the usual first. */
  kinds: readonly [FileKind, ...FileKind[]];
  /** Bytes that it may have: several times what the producer publishes today. */
  most: number;
  place: LivePlace;
  /** The only columns that are kept of a table that names people. */
  columns?: readonly string[];
  /** Whether the source loads without it. */
  optional?: true;
}

const MB = 1_000_000;

const at = (url: string): LivePlace => ({ at: 'address', url });

const resource = (id: string): LivePlace => ({ at: 'resource', id });

const contours = (name: string): LiveFile => ({
  name,
  kinds: ['gzip'],
  most: 200 * MB,
  place: at(`https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/latest/geojson/${name}`),
});

const internet = (name: string): LiveFile => ({
  name,
  kinds: ['csv'],
  most: 50 * MB,
  place: at(`https://data.arcep.fr/fixe/maconnexioninternet/statistiques/last/commune/${name}`),
});

/** Where a structure or a service is. */
const WHERE = [
  'adresse',
  'complement_adresse',
  'code_postal',
  'commune',
  'code_insee',
  'latitude',
  'longitude',
];

const dataInclusion = (name: string, id: string, columns: string[]): LiveFile => ({
  name,
  kinds: ['csv'],
  most: 500 * MB,
  place: resource(id),
  columns: [...columns, ...WHERE, 'horaires_accueil'],
});

/**
 * The files of the sources that their producers publish at a known address, in the adapters' order. The file
 * of speeds that counts satellite (`commune_debit.csv`) is not among them: it says 100 % everywhere.
 */
export const LIVE_SOURCES: Readonly<Partial<Record<SourceId, readonly LiveFile[]>>> = {
  contours: [contours('communes-50m.geojson.gz'), contours('communes-1000m.geojson.gz')],
  'filosofi-2021': [
    {
      name: 'filosofi_cc.{kind}',
      kinds: ['zip', 'csv'],
      most: 200 * MB,
      place: at('https://www.insee.fr/fr/statistiques/fichier/8984752/FILOSOFI_CC_csv.zip'),
    },
  ],
  'france-services': [
    {
      name: 'liste-fs-{day}.csv',
      kinds: ['csv'],
      most: 20 * MB,
      place: resource('31576dff-fd61-4de9-819f-32c2f880b142'),
    },
  ],
  'lieux-data-inclusion': [
    dataInclusion('data-inclusion-structures.csv', 'fd4cb3ef-5c31-4c99-92fe-2cd8016c0ca5', [
      ...DATA_INCLUSION_COLUMNS.structures,
      'siret',
      'site_web',
      'description',
      'reseaux_porteurs',
      'accessibilite_lieu',
    ]),
    dataInclusion('data-inclusion-services.csv', '5abc151a-5729-4055-b0a9-d5691276f461', [
      ...DATA_INCLUSION_COLUMNS.services,
      'type',
      'publics',
      'frais',
      'modes_accueil',
      'modes_mobilisation',
    ]),
  ],
  'mci-technologies': [internet('commune_meilleure_techno_thd.csv')],
  'mci-debits': [
    internet('commune_debit_filaire.csv'),
    { ...internet('commune_debit_terrestre.csv'), optional: true },
  ],
  cartefibre: [
    {
      name: '{title}.{kind}',
      kinds: ['zip', 'csv'],
      most: 200 * MB,
      place: {
        at: 'dataset',
        slug: 'le-marche-du-haut-et-tres-haut-debit-fixe-deploiements',
        title: /^\d{4}T\d-Commune$/,
      },
    },
  ],
  cuivre: [
    {
      name: 'fermeture-reseau-cuivre.csv',
      kinds: ['csv'],
      most: 50 * MB,
      place: at(
        'https://data.economie.gouv.fr/api/explore/v2.1/catalog/datasets/fermeture-reseau-cuivre/exports/csv?delimiter=%3B&select=code_insee,nom_commune,fermeture_technique,fermeture_commerciale,lot,output_usager',
      ),
    },
  ],
  mobile: [
    {
      name: '{AAAA_TN}_sites_Metropole.csv',
      kinds: ['csv'],
      most: 200 * MB,
      place: {
        at: 'quarter',
        url: 'https://data.arcep.fr/mobile/sites/{AAAA_TN}/{AAAA_TN}_sites_Metropole.csv',
      },
    },
  ],
  populations: [
    {
      name: 'DS_POPULATIONS_REFERENCE_CSV_FR.zip',
      kinds: ['zip'],
      most: 200 * MB,
      place: at('https://api.insee.fr/melodi/file/DS_POPULATIONS_REFERENCE/DS_POPULATIONS_REFERENCE_CSV_FR'),
    },
  ],
  'qpv-2024': [
    {
      name: 'qpv-2024.{kind}',
      kinds: ['zip', 'json'],
      most: 100 * MB,
      place: resource('942d4ee8-8142-4556-8ea1-335537ce1119'),
    },
  ],
};

/** The sources that can be fetched, in loading order. */
export const liveSourceIds = (): SourceId[] => SOURCE_IDS.filter((id) => LIVE_SOURCES[id] !== undefined);
