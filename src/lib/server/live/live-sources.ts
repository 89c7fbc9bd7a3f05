import { SOURCE_IDS, type SourceId } from '../../domain/indicators/source.ts';
import type { FileKind } from './file-kind.ts';

/** Where a producer keeps a file. */
export type LivePlace =
  /** At one address, whatever the edition. */
  | { at: 'address'; url: string }
  /** At an address of each quarter, `{AAAA_TN}` in it standing for « 2026_T1 ». */
  | { at: 'quarter'; url: string }
  /** In the catalogue of data.gouv.fr, under the number of the resource. */
  | { at: 'resource'; id: string }
  /** In a dataset of data.gouv.fr, the last of the resources that bear such a title. */
  | { at: 'dataset'; slug: string; title: RegExp };

export interface LiveFile {
  /** As the adapter knows it. */
  name: string;
  kind: FileKind;
  /** Bytes that it may have: several times what the producer publishes today. */
  most: number;
  place: LivePlace;
  /** Whether the source loads without it. */
  optional?: true;
}

const MB = 1_000_000;

const contours = (name: string): LiveFile => ({
  name,
  kind: 'gzip',
  most: 200 * MB,
  place: {
    at: 'address',
    url: `https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/latest/geojson/${name}`,
  },
});

/** The files of the sources that their producers publish at a known address, in the adapters' order. */
export const LIVE_SOURCES: Readonly<Partial<Record<SourceId, readonly LiveFile[]>>> = {
  contours: [contours('communes-50m.geojson.gz'), contours('communes-1000m.geojson.gz')],
  'filosofi-2021': [
    {
      name: 'cc_filosofi_2021_COM.csv',
      kind: 'zip',
      most: 200 * MB,
      place: {
        at: 'address',
        url: 'https://www.insee.fr/fr/statistiques/fichier/8984752/FILOSOFI_CC_csv.zip',
      },
    },
  ],
  'france-services': [
    {
      name: 'liste-fs-20240801.csv',
      kind: 'csv',
      most: 20 * MB,
      place: { at: 'resource', id: '31576dff-fd61-4de9-819f-32c2f880b142' },
    },
  ],
};

/** The sources that can be fetched, in loading order. */
export const liveSourceIds = (): SourceId[] => SOURCE_IDS.filter((id) => LIVE_SOURCES[id] !== undefined);
