import { z } from 'zod';
import { apiFields } from '../../messages/api-fields.ts';
import { citation, citationColumns } from '../export/citation.ts';
import { writePieces } from './pieces.ts';
import type { Listed, ListEndpoint, Row } from './endpoint.ts';
import { formatsOf, FORMAT_TYPES, type Format } from './formats.ts';
import { linkHeader, linksOf, pageOf, pagingQuery, type Page } from './paging.ts';
import { frenchCsv, plainCsv } from './rows.ts';
import { closedNotes, sourceSchema } from './source-schema.ts';

const words = apiFields.list;

/** What a list endpoint takes: its own parameters, those of pages, and the format. */
export const listQuery = (endpoint: ListEndpoint) =>
  endpoint.query.extend({
    ...pagingQuery,
    format: z
      .enum(formatsOf(endpoint) as [Format, ...Format[]])
      .optional()
      .describe(apiFields.format),
  });

/** A list in JSON: the page, where the others are, and what must be said of it. */
export const listSchema = ({ row }: ListEndpoint) =>
  z.object({
    total: z.int().min(0).describe(words.total),
    page: z.int().min(1).describe(words.page),
    parPage: z.int().min(1).describe(words.parPage),
    pages: z.int().min(1).describe(words.pages),
    precedente: z.url().nullable().describe(words.precedente),
    suivante: z.url().nullable().describe(words.suivante),
    edition: z.int().describe(words.edition),
    etabli: z.iso.date().describe(words.etabli),
    donnees: z.array(row).describe(words.donnees),
    avertissements: z.array(z.string()).describe(words.avertissements),
    sources: z.array(sourceSchema).describe(words.sources),
  });

/** What an answer was made of, and when: number of the edition of the data, ISO day. */
interface Made {
  edition: number;
  today: string;
}

/** Sends a page of a list in a format, with the addresses of the pages around it. */
export async function listResponse(
  endpoint: ListEndpoint,
  listed: Listed<unknown>,
  asked: { page: number; par_page: number | 'tous' },
  { format, url, ...made }: Made & { format: Format; url: URL },
): Promise<Response> {
  const page = pageOf(listed.items, asked, format);
  const links = linksOf(url, page);
  const described = `<${url.origin}/api/v1/datapackage.json>; rel="describedby"`;
  const headers: Record<string, string> = {
    'content-type': FORMAT_TYPES[format],
    link: `${linkHeader(links)}, ${described}`,
    'x-total-count': String(page.total),
  };
  if (format === 'json') return writePieces([JSON.stringify(jsonOf(listed, page, links, made))], headers);
  if (format === 'geojson') return writePieces(featuresOf(listed, page, links, made), headers);
  headers['content-disposition'] = `attachment; filename="${listed.name}.csv"`;
  const headings = Object.keys(endpoint.row.shape);
  const rows = rowsOf(listed, page);
  if (format === 'csv') return writePieces(plainCsv(headings, rows), headers);
  const cited = listed.sources.map(({ producteur, ...one }) => ({ ...one, producer: producteur }));
  const said = citationColumns(citation(cited), made.today);
  return writePieces(frenchCsv(headings, rows, said), headers);
}

function* rowsOf(listed: Listed<unknown>, { items }: Page<unknown>): Generator<Row> {
  for (const item of items) yield listed.rowOf(item);
}

const saidOf = (
  { sources, notes }: Listed<unknown>,
  { total, page, perPage, pages }: Page<unknown>,
  links: ReturnType<typeof linksOf>,
  { edition, today }: Made,
) => ({
  total,
  page,
  parPage: perPage,
  pages,
  precedente: links.prev,
  suivante: links.next,
  edition,
  etabli: today,
  avertissements: [...notes, ...closedNotes(sources)],
  sources: [...sources],
});

const jsonOf = (
  listed: Listed<unknown>,
  page: Page<unknown>,
  links: ReturnType<typeof linksOf>,
  made: Made,
) => ({ ...saidOf(listed, page, links, made), donnees: [...rowsOf(listed, page)] });

/** Features whose places are asked for at a time: a country is sent without being held. */
const FEATURES_AT_A_TIME = 500;

/** A feature collection (RFC 7946), what must be said of it in members of its own. */
async function* featuresOf(
  listed: Listed<unknown>,
  page: Page<unknown>,
  links: ReturnType<typeof linksOf>,
  made: Made,
): AsyncGenerator<string> {
  const said = JSON.stringify(saidOf(listed, page, links, made)).slice(1, -1);
  yield `{"type":"FeatureCollection",${said},"features":[`;
  const { items } = page;
  let separator = '';
  for (let from = 0; from < items.length; from += FEATURES_AT_A_TIME) {
    const some = items.slice(from, from + FEATURES_AT_A_TIME);
    const geometries = await listed.geometries?.(some, items.length);
    for (const item of some) {
      const id = listed.idOf(item);
      const geometry = geometries?.get(id) ?? null;
      yield separator + JSON.stringify({ type: 'Feature', id, properties: listed.rowOf(item), geometry });
      separator = ',\n';
    }
  }
  yield ']}\n';
}
