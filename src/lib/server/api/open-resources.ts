import { indicatorsInUse, mayRepublish } from '../../domain/indicators/catalogue.ts';
import { LEVELS } from '../../domain/territory/level.ts';
import { apiFields } from '../../messages/api-fields.ts';
import { leavingLists } from '../export/leaving-lists.ts';
import { loadedSources } from '../export/loaded-sources.ts';
import { OpenPlaces } from '../export/open-places.ts';
import type { ExportSource } from '../export/table-export.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { isSourceId } from '../../domain/indicators/source.ts';
import type { ListEndpoint } from './endpoint.ts';
import { ALL_ROWS } from './paging.ts';
import { indicateurs } from './endpoints/indicateurs.ts';
import { levelsWithFigures } from './endpoints/indicator-row.ts';
import { lieux } from './endpoints/lieux.ts';
import { territoires } from './endpoints/territoires.ts';
import { valeurs } from './endpoints/valeurs.ts';

const words = apiFields.datapackage;

/** A file that may be republished: an endpoint, and what is asked of it. */
export interface OpenResource {
  /** ASCII, unique. */
  name: string;
  title: string;
  description: string;
  endpoint: ListEndpoint;
  query: Readonly<Record<string, string>>;
  /** Columns by which a row is known. */
  key: readonly string[];
  sources: readonly ExportSource[];
}

/** Everything that is loaded and may be republished, as files. */
export function openResources(data: Snapshot): OpenResource[] {
  const frame = loadedSources(data, ['cog-2026', 'contours']);
  const levels = LEVELS.filter((level) => data.territories.all(level).length > 0);
  return [
    ...levels.map((level): OpenResource => ({
      name: `territoires-${level}`,
      title: words.territories(level),
      description: apiFields.territoires.text,
      endpoint: territoires,
      query: { niveau: level },
      key: ['slug'],
      sources: frame,
    })),
    {
      name: 'indicateurs',
      title: apiFields.indicateurs.title,
      description: apiFields.indicateurs.text,
      endpoint: indicateurs,
      query: {},
      key: ['id'],
      sources: [],
    },
    ...indicatorsInUse()
      .filter(mayRepublish)
      .flatMap((one) =>
        levelsWithFigures(data, one.id).map((level): OpenResource => ({
          name: `valeurs-${one.id}-${level}`,
          title: words.values(one.label, level),
          description: `${one.definition} ${one.limits}`.trim(),
          endpoint: valeurs,
          query: { indicateur: one.id, niveau: level },
          key: ['slug'],
          sources: loadedSources(data, [one.source]),
        })),
      ),
    ...placesOf(data),
  ];
}

function placesOf(data: Snapshot): OpenResource[] {
  const { places } = OpenPlaces.of(data.places, leavingLists(data, undefined));
  if (places.length === 0) return [];
  return [
    {
      name: 'lieux',
      title: apiFields.lieux.title,
      description: apiFields.lieux.text,
      endpoint: lieux,
      query: {},
      key: ['id'],
      sources: loadedSources(data, new Set(places.flatMap(({ sources }) => sources.filter(isSourceId)))),
    },
  ];
}

/** The whole of a file, at one address. */
export function addressOf(
  { endpoint, query }: OpenResource,
  format: 'csv' | 'geojson',
  base: string,
): string {
  const parameters = new URLSearchParams({ ...query, format, par_page: ALL_ROWS });
  return `${base}${endpoint.path}?${parameters}`;
}
