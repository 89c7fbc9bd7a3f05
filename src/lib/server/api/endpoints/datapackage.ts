import { z } from 'zod';
import { apiFields } from '../../../messages/api-fields.ts';
import type { ExportSource } from '../../export/table-export.ts';
import { documentEndpoint } from '../endpoint.ts';
import { licenceOf, type KnownLicence } from '../licence.ts';
import { addressOf, openResources } from '../open-resources.ts';
import { tableFields } from '../table-schema.ts';

const words = apiFields.datapackage;

/** Profiles of Data Package v2, by which a reader checks each part. */
const PROFILES = 'https://datapackage.org/profiles/2.0';

const packageSources = (sources: readonly ExportSource[]) =>
  sources.map(({ title, producer, edition, page }) => ({
    title: `${title} (${producer})`,
    version: edition,
    ...(page.startsWith('http') && { path: page }),
  }));

/** The licences that some sources are under, of those that programs know. */
const licencesOf = (sources: readonly ExportSource[]): KnownLicence[] => [
  ...new Map(
    sources.flatMap(({ licence }) => {
      const known = licenceOf(licence);
      return known ? [[known.name, known] as const] : [];
    }),
  ).values(),
];

/** What may be republished, as a Frictionless data package; `root` is where the interface stands. */
export const datapackage = (root: string) =>
  documentEndpoint({
    id: 'lireDatapackage',
    path: '/datapackage.json',
    title: words.title,
    text: words.text,
    example: '/datapackage.json',
    problems: [],
    params: z.strictObject({}),
    query: z.strictObject({}),
    answer: z.looseObject({ name: z.string(), resources: z.array(z.looseObject({ name: z.string() })) }),
    give({ data, origin }) {
      const resources = openResources(data);
      const everything = [
        ...new Map(resources.flatMap(({ sources }) => sources).map((one) => [one.id, one])).values(),
      ];
      const loaded = [...data.versions.values()].map(({ loadedAt }) => loadedAt.getTime());
      return {
        $schema: `${PROFILES}/datapackage.json`,
        name: 'maillage',
        title: words.name,
        description: words.description,
        homepage: `${origin}/api`,
        version: String(data.revision),
        created: new Date(Math.max(0, ...loaded)).toISOString(),
        keywords: [...words.keywords],
        licenses: licencesOf(everything),
        sources: packageSources(everything),
        resources: resources.map((one) => ({
          $schema: `${PROFILES}/dataresource.json`,
          name: one.name,
          type: 'table',
          path: addressOf(one, 'csv', `${origin}${root}`),
          title: one.title,
          description: one.description,
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          dialect: {
            $schema: `${PROFILES}/tabledialect.json`,
            header: true,
            delimiter: ',',
            lineTerminator: '\r\n',
            quoteChar: '"',
            doubleQuote: true,
          },
          schema: {
            $schema: `${PROFILES}/tableschema.json`,
            fields: tableFields(one.endpoint.row),
            primaryKey: [...one.key],
            missingValues: [''],
          },
          ...(one.sources.length > 0 && {
            sources: packageSources(one.sources),
            ...(licencesOf(one.sources).length > 0 && { licenses: licencesOf(one.sources) }),
          }),
        })),
      };
    },
  });
