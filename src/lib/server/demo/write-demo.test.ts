import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_SEED, demonstrationFiles, writeDemonstration } from './write-demo.ts';

const hash = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demonstration-'));
  await writeDemonstration(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const json = <T>(name: string): T => JSON.parse(text(name)) as T;
const rowsOf = (name: string, delimiter: string): Record<string, string>[] =>
  parse(text(name), { columns: true, delimiter, bom: true });
const geojson = (name: string): FeatureCollection =>
  JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString('utf8')) as FeatureCollection;

interface CogCommune {
  code: string;
  nom: string;
  type: string;
  population?: number;
  chefLieu?: string;
  anciensCodes?: string[];
  codesPostaux?: string[];
}

describe('the files written', () => {
  it('are the same bytes each time for a seed, others for another', async () => {
    const again = await demonstrationFiles();
    const other = await demonstrationFiles(DEMONSTRATION_SEED + 1);
    for (const { path, content } of again) {
      expect(hash(readFileSync(join(folder, path))), path).toBe(hash(content));
      const elsewhere = other.find((file) => file.path === path)?.content ?? '';
      if (path.startsWith('communes-')) expect(hash(elsewhere)).not.toBe(hash(content));
    }
  }, 60_000);

  it('bear the names of the mirror and are small', () => {
    const names = readdirSync(folder, { recursive: true }).map(String).sort();
    expect(names).toEqual(
      [
        'cog',
        'cog/communes.json',
        'cog/departements.json',
        'cog/epci.json',
        'cog/ept.json',
        'cog/regions.json',
        'anct_centralite.csv',
        'anct_densite.csv',
        'anct_ruralite.csv',
        'arcep_ftth_communes_2018T1.csv',
        'arcep_ftth_communes_2026.csv',
        'base_cc_comparateur_csv_RP2018.zip',
        'cc_filosofi_2021_COM.csv',
        'commune_meilleure_techno_thd.csv',
        'communes-1000m.geojson.gz',
        'communes-50m.geojson.gz',
        'fermeture-reseau-cuivre.csv',
        'ifn-city-all-variation_2023-08.csv',
        'ifn-epci-all-variation_2023-08.csv',
        'lieux-mediation-numerique-conseiller-numerique_2022-12.json',
        'lieux-mediation-numerique-data-inclusion_2023-02.json',
        'liste-fs-20240801.csv',
        'manifest.csv',
        'qpv-2024.zip',
        'rp_2022_commune.csv',
      ].sort(),
    );
    const bytes = names.reduce(
      (sum, name) => sum + (statSync(join(folder, name)).isFile() ? statSync(join(folder, name)).size : 0),
      0,
    );
    expect(bytes).toBeLessThan(1_500_000);
  });

  it.each([
    [
      'cc_filosofi_2021_COM.csv',
      'CODGEO;NBMENFISC21;NBPERSMENFISC21;MED21;PIMP21;TP6021;TP60AGE121;TP60AGE221;TP60AGE321;TP60AGE421;TP60AGE521;TP60AGE621;TP60TOL121;TP60TOL221;PACT21;PTSA21;PCHO21;PBEN21;PPEN21;PPAT21;PPSOC21;PPFAM21;PPMINI21;PPLOGT21;PIMPOT21;D121;D921;RD21\n',
    ],
    ['arcep_ftth_communes_2026.csv', 'code_insee;nom_com;code_dep;code_reg;surface_km2;lat;lon;fibre_pct\n'],
    [
      'arcep_ftth_communes_2018T1.csv',
      "Réseaux en fibre optique jusqu'à l'abonné (FttH),,,,\nDéploiement par Commune,,,,\n,,,,\n,,,,\nCode commune,Champ,T3 2017,T4 2017,T1 2018\n",
    ],
    [
      'rp_2022_commune.csv',
      'code;population;part65plus;partMoins15;tauxChomage;partCadres;partOuvriers;partDiplomeSup\n',
    ],
    [
      'commune_meilleure_techno_thd.csv',
      'code_insee;nom_com;code_dep;code_reg;nbr;type;nbr_elig_8;elig_ftth;elig_coax;elig_cu_30;elig_thdr;elig_cu_8;elig_4gf;elig_hdr;elig_sat;date\n',
    ],
    ['fermeture-reseau-cuivre.csv', 'code_insee;fermeture_technique;output_usager\n'],
    ['anct_densite.csv', '\uFEFFinsee_com,lib_com,niveau_densite\n'],
    ['anct_ruralite.csv', 'insee_com,lib_com,niveau_ruralite\n'],
    ['anct_centralite.csv', '\uFEFFinsee_com,lib_com,niveau_centralite\n'],
    [
      'ifn-city-all-variation_2023-08.csv',
      'name,division,code,no_thd_coverage_rate,no_4g_coverage_rate,poverty_rate,older_65_rate,nscol15p_rate,total\n',
    ],
    [
      'ifn-epci-all-variation_2023-08.csv',
      'name,division,code,no_thd_coverage_rate,no_4g_coverage_rate,poverty_rate,older_65_rate,nscol15p_rate,total\n',
    ],
    [
      'liste-fs-20240801.csv',
      '"id_fs","insee_dep","lib_fs","adresse","complement_adresse","insee_com","code_postal","lib_com","latitude","longitude","mail","telephone","h_lundi","h_mardi","h_mercredi","h_jeudi","h_vendredi","h_samedi","prise_rdv","commentaire","type_fs","format_fs","groupe_fs","labellisation_fs"\n',
    ],
    [
      'manifest.csv',
      'file,topic,rows,encoding,separator,vintage,producer,licence,redistribute,official_page,official_download,notes\n',
    ],
    ['cog/communes.json', '[\n{"code":"99001","nom":'],
    ['lieux-mediation-numerique-data-inclusion_2023-02.json', '[\n{\n"id": "'],
  ])('%s starts as the real file does', (name, start) => {
    expect(text(name).startsWith(start)).toBe(true);
  });

  it('give every commune its outline and its rows', () => {
    const current = json<CogCommune[]>('cog/communes.json').filter(({ type }) => type === 'commune-actuelle');
    const codes = current.map(({ code }) => code);
    expect(
      geojson('communes-50m.geojson.gz').features.map(({ properties }) => properties?.code as string),
    ).toEqual(codes);
    for (const name of ['anct_densite.csv', 'anct_ruralite.csv', 'anct_centralite.csv']) {
      expect(rowsOf(name, ',').map((row) => row.insee_com)).toEqual(codes);
    }
    expect(rowsOf('arcep_ftth_communes_2026.csv', ';').map((row) => row.code_insee)).toEqual(codes);
    expect(rowsOf('ifn-city-all-variation_2023-08.csv', ',').map((row) => row.code)).toEqual(codes);
    const census = new Set(rowsOf('rp_2022_commune.csv', ';').map((row) => row.code));
    expect(current.filter(({ code }) => !census.has(code)).map(({ population }) => population)).toEqual([0]);
    const filosofi = new Set(rowsOf('cc_filosofi_2021_COM.csv', ';').map((row) => row.CODGEO as string));
    expect(codes.filter((code) => !filosofi.has(code))).toEqual([]);
  });

  it('keep the rows of communes merged since, under their old codes', () => {
    const communes = json<CogCommune[]>('cog/communes.json');
    const merged = communes.find(({ anciensCodes }) => anciensCodes?.length === 2);
    const codes = [merged?.code, ...(merged?.anciensCodes ?? [])];
    const filosofi = rowsOf('cc_filosofi_2021_COM.csv', ';').map((row) => row.CODGEO);
    for (const code of codes) {
      expect(filosofi.filter((other) => other === code)).toHaveLength(1);
      expect(
        communes.some(
          (commune) =>
            commune.type === 'commune-deleguee' && commune.code === code && commune.chefLieu === merged?.code,
        ),
      ).toBe(true);
    }
    expect(
      rowsOf('arcep_ftth_communes_2026.csv', ';').filter(({ code_insee }) => codes.includes(code_insee)),
    ).toHaveLength(1);
  });

  it('write Filosofi as INSEE does: s, nd, whole rates of at least 5, decimal commas', () => {
    const rows = rowsOf('cc_filosofi_2021_COM.csv', ';');
    const rates = rows.map((row) => row.TP6021 as string);
    expect(rates.filter((rate) => rate === 'nd')).toHaveLength(1);
    expect(rates.filter((rate) => rate === 's').length / rates.length).toBeGreaterThan(0.65);
    const published = rates.filter((rate) => rate !== 's' && rate !== 'nd');
    expect(published.length).toBeGreaterThan(30);
    expect(published).toContain('5,0');
    for (const rate of published) expect(rate).toMatch(/^([5-9]|[1-3]\d),0$/);
    for (const row of rows.filter(({ PACT21 }) => PACT21 !== 's' && PACT21 !== 'nd')) {
      const part = (column: string): number => Number((row[column] as string).replace(',', '.'));
      const whole = ['PACT21', 'PPEN21', 'PPAT21', 'PPSOC21', 'PIMPOT21'].reduce(
        (sum, column) => sum + part(column),
        0,
      );
      expect(whole).toBeCloseTo(100);
      expect(part('D121')).toBeLessThan(part('MED21'));
      expect(part('D921')).toBeGreaterThan(part('MED21'));
    }
  });

  it('count each premises once, and close copper by batches', () => {
    const techniques = rowsOf('commune_meilleure_techno_thd.csv', ';');
    const parts = ['ftth', 'coax', 'cu_30', 'thdr', 'cu_8', '4gf', 'hdr', 'sat'];
    for (const row of techniques) {
      const counts = parts.map((part) => Number(row[`elig_${part}`]));
      expect(counts.every((count) => count >= 0)).toBe(true);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(row.nbr_elig_8));
    }
    const closings = rowsOf('fermeture-reseau-cuivre.csv', ';');
    expect(closings).toHaveLength(techniques.length + 1);
    const days = new Set(closings.map((row) => row.fermeture_technique));
    expect(days).toContain('');
    expect(days.size).toBeGreaterThanOrEqual(4);
  });

  it('write the outlines with five decimals and a few multipolygons', () => {
    const { features } = geojson('communes-50m.geojson.gz');
    const multi = features.filter(({ geometry }) => geometry.type === 'MultiPolygon');
    expect(multi.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(features)).not.toMatch(/\.\d{6}/);
  });

  it('write mediation places in the v0 schema, some shared, some without a position', () => {
    type Place = { id: string; services: string; latitude?: number; code_insee?: string };
    const inclusion = json<Place[]>('lieux-mediation-numerique-data-inclusion_2023-02.json');
    const advisers = json<Place[]>('lieux-mediation-numerique-conseiller-numerique_2022-12.json');
    const ids = new Set(inclusion.map(({ id }) => id));
    expect(advisers.filter(({ id }) => ids.has(id)).length).toBeGreaterThan(30);
    expect(new Set([...inclusion, ...advisers].map(({ id }) => id)).size).toBeGreaterThanOrEqual(180);
    expect(inclusion.some(({ latitude }) => latitude === undefined)).toBe(true);
    expect(inclusion.filter(({ code_insee }) => code_insee === undefined).length).toBeLessThan(15);
    expect(advisers.every(({ code_insee }) => code_insee === undefined)).toBe(true);
    for (const { services } of [...inclusion, ...advisers])
      expect(services.split(';').length).toBeGreaterThan(0);
    expect(rowsOf('liste-fs-20240801.csv', ',')).toHaveLength(45);
    expect(text('liste-fs-20240801.csv')).toMatch(/"[^"]*\n[^"]*"/);
  });

  it('name no real commune, EPCI or postal code', () => {
    for (const { code, codesPostaux } of json<CogCommune[]>('cog/communes.json')) {
      expect(code).toMatch(/^99\d{3}$/);
      for (const postcode of codesPostaux ?? []) expect(postcode).toMatch(/^99\d{3}$/);
    }
    for (const { code } of [...json<CogCommune[]>('cog/epci.json'), ...json<CogCommune[]>('cog/ept.json')])
      expect(code).toMatch(/^299\d{6}$/);
  });
});
