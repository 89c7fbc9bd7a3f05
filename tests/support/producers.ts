import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import { zip } from '../../src/lib/server/demo/files/zip.ts';
import { imagineTerritory } from '../../src/lib/server/demo/territory.ts';
import { demonstrationFiles, DEMONSTRATION_SEED } from '../../src/lib/server/demo/write-demo.ts';
import { liveSourceIds, LIVE_SOURCES, type LiveFile } from '../../src/lib/server/live/live-sources.ts';
import { dbf } from './dbf.ts';
import { answer, sendFile, type FaultServer, type Play } from './fault-server.ts';
import { inLongLayout } from './long-filosofi.ts';

/** One file of a live source as its producer would publish it of the demonstration territory. */
export interface PublishedFile {
  source: SourceId;
  /** As sentences name it. */
  shown: string;
  /** The address that sends it in the end. */
  url: string;
  bytes: Buffer;
  /** The same with a name of its layout changed. */
  changed: Buffer;
  /** What a load says of the changed one. */
  refusal: RegExp;
  live: LiveFile;
}

/** The quarter whose sites are published; those since are not yet. */
const QUARTER = '2026_T1';

const TITLE = '2026T2-Commune';

const SERVICES = 'thematiques';

interface Contents {
  bytes: Buffer;
  changed: Buffer;
  refusal: RegExp;
}

type Layer = 'plain' | 'gzip' | { entry: string; beside?: { name: string; data: Buffer } };

async function pack(layer: Layer, content: Buffer): Promise<Buffer> {
  if (layer === 'plain') return content;
  if (layer === 'gzip') return gzipSync(content);
  return zip([...(layer.beside ? [layer.beside] : []), { name: layer.entry, data: content }]);
}

/** A file, and the same with one name of its layout written otherwise. */
async function contents(
  content: Buffer | string,
  name: string,
  refusal: RegExp,
  layer: Layer = 'plain',
): Promise<Contents> {
  const plain = Buffer.from(content);
  const other = Buffer.from(plain.toString('latin1').replaceAll(name, name.replace(/\w/g, 'x')), 'latin1');
  return { bytes: await pack(layer, plain), changed: await pack(layer, other), refusal };
}

const missing = (column: string): RegExp => new RegExp(`colonne « ${column} » : cette colonne manque`);

const table = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(header.includes(';') ? ';' : ',')), ''].join('\n');

/** The files of every live source, in its order, made of the demonstration territory. */
async function contentsOfAll(): Promise<Partial<Record<SourceId, Contents[]>>> {
  const made = new Map((await demonstrationFiles()).map(({ path, content }) => [path, Buffer.from(content)]));
  const of = (path: string): Buffer => made.get(path) ?? Buffer.alloc(0);
  /** Without its first row: an edition of its own. */
  const shorter = (path: string): string =>
    of(path)
      .toString('utf8')
      .replace(/(?<=^[^\n]+\n)[^\n]+\n/, '');
  const { communes } = imagineTerritory(DEMONSTRATION_SEED);
  const few = communes.slice(0, 12);
  const speeds = (slow: number): string =>
    table(
      'code_insee;nom_com;code_dep;code_reg;nbr;type;inel_hd;elig_hd05;elig_hd3;elig_bhd8;elig_thd30;elig_thd100;elig_thd1g;date',
      few.map(({ code, name }) => [
        code,
        name,
        99,
        99,
        100,
        'all',
        slow,
        90,
        90,
        90,
        80,
        70,
        60,
        '2026-06-30',
      ]),
    );
  const outlines = (path: string): Promise<Contents> =>
    contents(`${gunzipSync(of(path)).toString('utf8')}\n`, '"code"', /la propriété « code » manque/, 'gzip');
  const description = { name: 'DS_metadata.csv', data: Buffer.from('"COD_VAR"\n"FREQ"\n') };
  const neighbourhoods = JSON.stringify({
    type: 'FeatureCollection',
    features: few.slice(0, 2).map(({ code, name, centre: { lon, lat } }, rank) => ({
      type: 'Feature',
      properties: { code_qp: `QN9910${rank}M`, lib_qp: name, insee_com: code },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [lon, lat],
            [lon + 0.01, lat],
            [lon, lat + 0.01],
            [lon, lat],
          ],
        ],
      },
    })),
  });
  const structures = table(
    'source,id,nom,date_maj,code_postal,commune,code_insee,reseaux_porteurs',
    few.map(({ code, name, postcodes: [postcode = ''] }) => [
      'essai',
      `s${code}`,
      'Espace',
      '2026-02-03',
      postcode,
      name,
      code,
      '',
    ]),
  );
  const services = table(
    `source,structure_id,id,nom,description,date_maj,${SERVICES}`,
    few.map(({ code }) => [
      'essai',
      `s${code}`,
      `v${code}`,
      'Atelier',
      '',
      '2026-02-01',
      'numerique--maitriser-les-fondamentaux-du-numerique',
    ]),
  );
  return {
    contours: [await outlines('communes-50m.geojson.gz'), await outlines('communes-1000m.geojson.gz')],
    'filosofi-2021': [
      await contents(
        inLongLayout(of('cc_filosofi_2021_COM.csv').toString('utf8')),
        'CONF_STATUS',
        missing('CONF_STATUS'),
        {
          entry: 'DS_FILOSOFI_CC_2023_data.csv',
          beside: description,
        },
      ),
    ],
    'france-services': [await contents(shorter('liste-fs-20240801.csv'), 'id_fs', missing('id_fs'))],
    'lieux-data-inclusion': [
      await contents(structures, 'date_maj', /il y manque la colonne « date_maj »/),
      await contents(services, SERVICES, /il y manque la colonne « thematiques »/),
    ],
    'mci-technologies': [
      await contents(shorter('commune_meilleure_techno_thd.csv'), 'elig_ftth', missing('elig_ftth')),
    ],
    'mci-debits': [
      await contents(speeds(10), 'elig_thd30', missing('elig_thd30')),
      await contents(speeds(9), 'elig_thd100', missing('elig_thd100')),
    ],
    cartefibre: [
      await contents(
        dbf(few.map(({ code }) => [code, 'Bâgé', '200.000000000000000', '190.000000000000000'])),
        'Locaux',
        missing('Locaux'),
        {
          entry: `${TITLE}/${TITLE}.dbf`,
          beside: { name: `${TITLE}/${TITLE}.prj`, data: Buffer.from('GEOGCS') },
        },
      ),
    ],
    cuivre: [
      await contents(
        shorter('fermeture-reseau-cuivre.csv'),
        'fermeture_technique',
        missing('fermeture_technique'),
      ),
    ],
    mobile: [
      await contents(
        table(
          'code_op;nom_op;num_site;latitude;longitude;insee_com;site_2g;site_3g;site_4g;site_5g',
          few.map(({ code, centre }, at) => [
            20801,
            'Orange',
            `A${at}`,
            String(centre.lat).replace('.', ','),
            String(centre.lon).replace('.', ','),
            code,
            1,
            1,
            1,
            at % 2,
          ]),
        ),
        'site_4g',
        missing('site_4g'),
      ),
    ],
    populations: [
      await contents(
        table(
          '"GEO";"GEO_OBJECT";"FREQ";"POPREF_MEASURE";"TIME_PERIOD";"OBS_VALUE"',
          few.map(({ code, population }) => [
            `"${code}"`,
            '"COM"',
            '"A"',
            '"PMUN"',
            '"2023"',
            `"${population}"`,
          ]),
        ),
        'POPREF_MEASURE',
        missing('POPREF_MEASURE'),
        { entry: 'DS_POPULATIONS_REFERENCE_2023_data.csv', beside: description },
      ),
    ],
    'qpv-2024': [
      await contents(neighbourhoods, 'code_qp', /les propriétés ne sont pas celles attendues/, {
        entry: 'QP2024_WGS84.geojson',
      }),
    ],
  };
}

/** Every file of every live source. */
export async function publishedFiles(): Promise<PublishedFile[]> {
  const made = await contentsOfAll();
  return liveSourceIds().flatMap((source) =>
    (LIVE_SOURCES[source] ?? []).map((live, at) => {
      const content = made[source]?.[at];
      if (!content) throw new Error(`nothing stands in for file ${at} of ${source}`);
      const shown = live.name
        .replace('-{day}', '')
        .replace('{AAAA_TN}', QUARTER)
        .replace('{title}', TITLE)
        .replace('{kind}', live.kinds[0]);
      return { source, shown, url: addressOf(live, shown), live, ...content };
    }),
  );
}

function addressOf({ place }: LiveFile, shown: string): string {
  if (place.at === 'address') return place.url;
  if (place.at === 'quarter') return place.url.replaceAll('{AAAA_TN}', QUARTER);
  return `https://static.data.gouv.fr/resources/${shown}`;
}

/** A file as its producer sends it, with what lets it be asked for again. */
export const sendWhole = (bytes: Buffer): Play =>
  sendFile(bytes, { etag: `"${createHash('sha1').update(bytes).digest('hex')}"` });

/** The address of the catalogue that says where a file is; `null` where none is asked. */
export function catalogueOf({ place }: LiveFile): string | null {
  const api = 'https://www.data.gouv.fr/api';
  if (place.at === 'resource') return `${api}/2/datasets/resources/${place.id}/`;
  return place.at === 'dataset' ? `${api}/1/datasets/${place.slug}/` : null;
}

const permanentOf = (id: string): string => `https://www.data.gouv.fr/api/1/datasets/r/${id}`;

/** Has the producers publish files: in their place, and in the catalogue where that says where it is. */
export function publish(server: FaultServer, files: readonly PublishedFile[]): void {
  server.forget();
  for (const { live, url, bytes } of files) {
    server.play(url, sendWhole(bytes));
    const catalogue = catalogueOf(live);
    if (catalogue === null) continue;
    const resource = { url, title: 'Fichier', last_modified: '2026-11-15T09:00:00+00:00' };
    const said =
      live.place.at === 'resource'
        ? { resource }
        : {
            resources: ['2026T1-Commune', TITLE, '2026T2-Immeuble'].map((title) => ({ ...resource, title })),
          };
    server.play(catalogue, answer(200, {}, JSON.stringify(said)));
    if (live.place.at === 'resource') server.play(permanentOf(live.place.id), answer(302, { location: url }));
  }
}
