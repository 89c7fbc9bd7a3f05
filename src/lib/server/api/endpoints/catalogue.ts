import { z } from 'zod';
import { sourceNotice } from '../../../domain/indicators/source.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { documentEndpoint } from '../endpoint.ts';
import { licenceOf } from '../licence.ts';
import { addressOf, openResources, type OpenResource } from '../open-resources.ts';
import type { Snapshot } from '../../queries/snapshot.ts';

const words = apiFields.catalogue;

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority';
const FRANCE = { '@id': `${EU}/country/FRA` };
const FRENCH = { '@id': `${EU}/language/FRA` };
const MEDIA = 'https://www.iana.org/assignments/media-types';

const inFrench = (text: string) => ({ '@value': text, '@language': words.language });
const moment = (date: Date) => ({ '@type': 'xsd:dateTime', '@value': date.toISOString() });
const agent = (name: string) => ({ '@type': 'foaf:Agent', 'foaf:name': name });

/** What may be republished, as a DCAT-AP catalogue in JSON-LD: a data set for each source. */
export const catalogue = (root: string) =>
  documentEndpoint({
    id: 'lireCatalogue',
    path: '/catalogue.jsonld',
    title: words.title,
    text: words.text,
    example: '/catalogue.jsonld',
    problems: [],
    type: 'application/ld+json',
    params: z.strictObject({}),
    query: z.strictObject({}),
    answer: z.looseObject({
      '@context': z.record(z.string(), z.string()),
      '@type': z.literal('dcat:Catalog'),
    }),
    give({ data, origin }) {
      const base = `${origin}${root}`;
      const resources = openResources(data);
      const datasets = [...new Set(resources.flatMap(({ sources }) => sources.map(({ id }) => id)))].map(
        (id) =>
          datasetOf(
            data,
            id,
            resources.filter(({ sources }) => sources.some((one) => one.id === id)),
            base,
          ),
      );
      return {
        '@context': CONTEXT,
        '@id': `${base}/catalogue.jsonld`,
        '@type': 'dcat:Catalog' as const,
        'dct:title': inFrench(apiFields.datapackage.name),
        'dct:description': inFrench(apiFields.datapackage.description),
        'dct:publisher': agent(words.publisher),
        'dct:language': FRENCH,
        'dct:spatial': FRANCE,
        'foaf:homepage': { '@id': origin },
        'dcat:dataset': datasets,
        'dcat:service': {
          '@id': base,
          '@type': 'dcat:DataService',
          'dct:title': inFrench(words.service),
          'dcat:endpointURL': { '@id': base },
          'dcat:endpointDescription': { '@id': `${base}/openapi.json` },
          'dcat:servesDataset': datasets.map((one) => ({ '@id': one['@id'] })),
        },
      };
    },
  });

function datasetOf(
  data: Snapshot,
  id: OpenResource['sources'][number]['id'],
  resources: readonly OpenResource[],
  base: string,
) {
  const { caveat, page } = sourceNotice(id);
  const version = data.versions.get(id);
  const licence = licenceOf(version?.licence ?? '');
  const home = page.startsWith('http') ? page : new URL(page, base).href;
  return {
    '@id': `${base}/catalogue.jsonld#${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': inFrench(version?.title ?? id),
    'dct:description': inFrench(caveat),
    'dct:publisher': agent(version?.producer ?? words.publisher),
    'dct:language': FRENCH,
    'dct:spatial': FRANCE,
    'dcat:version': version?.edition ?? '',
    ...(version && { 'dct:modified': moment(version.loadedAt) }),
    'dcat:landingPage': { '@id': home },
    'dcat:keyword': apiFields.datapackage.keywords.map(inFrench),
    'dcat:distribution': resources.flatMap((one) => distributionsOf(one, base, licence?.path ?? null)),
  };
}

const FORMATS = [
  ['csv', 'text/csv', 'CSV'],
  ['geojson', 'application/geo+json', 'GEOJSON'],
] as const;

const distributionsOf = (one: OpenResource, base: string, licence: string | null) =>
  FORMATS.filter(([format]) => format === 'csv' || one.endpoint.geometry !== null).map(
    ([format, media, type]) => ({
      '@type': 'dcat:Distribution',
      'dct:title': inFrench(`${one.title} (${type})`),
      'dcat:accessURL': { '@id': addressOf(one, format, base) },
      'dcat:downloadURL': { '@id': addressOf(one, format, base) },
      'dcat:mediaType': { '@id': `${MEDIA}/${media}` },
      'dct:format': { '@id': `${EU}/file-type/${type}` },
      'dcat:accessService': { '@id': base },
      ...(licence !== null && { 'dct:license': { '@id': licence } }),
    }),
  );
