import { isDetailSecret, isPovertySecret, isSecret } from '../society/secrecy.ts';
import type { DemonstrationTerritory, DescribedCommune } from '../territory.ts';
import { COMPARATOR_LABELS } from './comparator-labels.ts';
import { csv, type CsvCell } from './csv.ts';
import type { DemonstrationFile } from './file.ts';
import { zip } from './zip.ts';

export const COMPARATOR_HEADER =
  'CODGEO;P18_POP;P13_POP;SUPERF;NAIS1318;DECE1318;P18_MEN;NAISD20;DECESD20;P18_LOG;P18_RP;P18_RSECOCC;P18_LOGVAC;P18_RP_PROP;NBMENFISC19;PIMP19;MED19;TP6019;P18_EMPLT;P18_EMPLT_SAL;P13_EMPLT;P18_POP1564;P18_CHOM1564;P18_ACT1564;ETTOT18;ETAZ18;ETBE18;ETFZ18;ETGU18;ETGZ18;ETOQ18;ETTEF118;ETTEFP1018';

export const COMPARATOR_META_HEADER = 'COD_VAR;LIB_VAR;LIB_VAR_LONG;COD_MOD;LIB_MOD;TYPE_VAR;LONG_VAR';

/** Census counts are weighted surveys, so the file writes them with many decimals; whole ones are right too. */
const decimal = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Establishments per inhabitant, and their share by trade: farming, industry, building, services (shops among them), public. */
const FIRMS = {
  perPerson: 0.075,
  farming: 0.09,
  industry: 0.07,
  building: 0.13,
  services: 0.58,
  shops: 0.19,
};

function firms(people: number): CsvCell[] {
  const all = Math.round(people * FIRMS.perPerson);
  const [farming, industry, building, services] = [
    FIRMS.farming,
    FIRMS.industry,
    FIRMS.building,
    FIRMS.services,
  ].map((part) => Math.round(all * part)) as [number, number, number, number];
  const publicSector = all - farming - industry - building - services;
  return [
    all,
    farming,
    industry,
    building,
    services,
    Math.round(all * FIRMS.shops),
    publicSector,
    Math.round(all * 0.24),
    Math.round(all * 0.06),
  ];
}

/** One row, for a commune or for the share of it that a former commune was. */
function row(commune: DescribedCommune, code: string, share: number): CsvCell[] {
  const { census, income } = commune;
  const part = (count: number): number => decimal(count * share);
  const people = Math.round(census.population2018 * share);
  const incomeThen = { ...income, persons: income.persons * share, households: income.households * share };
  const isHidden = commune.population === 0 || isSecret(incomeThen);
  const over65 = (census.over65 ?? 20) / 100;
  const homes = census.households2018 + census.secondaryHomes2018 + census.vacantHomes2018;
  return [
    code,
    people,
    Math.round(census.population2013 * share),
    decimal(commune.surfaceKm2 * share),
    Math.round(people * 0.051),
    Math.round(people * (0.012 + 0.15 * over65)),
    part(census.households2018),
    Math.round(people * 0.01),
    Math.round(people * (0.002 + 0.032 * over65)),
    part(homes),
    part(census.households2018),
    part(census.secondaryHomes2018),
    part(census.vacantHomes2018),
    part(census.owners2018),
    isHidden ? null : Math.round(incomeThen.households * 0.985),
    isHidden || isDetailSecret(incomeThen)
      ? null
      : Math.round(Math.min(80, Math.max(33, 54 + (income.median - 22_600) / 240))),
    isHidden ? null : Math.round((income.median * 0.955) / 10) * 10,
    isHidden || isPovertySecret(incomeThen) ? null : Math.max(5, Math.round(income.poverty + 0.2)),
    part(census.jobs2018),
    part(census.jobs2018 * 0.86),
    part(census.jobs2018 * 0.99),
    part(census.adults2018),
    part(census.unemployed2018),
    part(census.active2018),
    ...firms(people),
  ];
}

/** The zip of the 2018 comparator, with its file of labels; both mergers still have their former rows. */
export async function comparatorFile({ communes }: DemonstrationTerritory): Promise<DemonstrationFile> {
  const parts = communes
    .flatMap((commune) =>
      (commune.former.length > 0
        ? commune.former
        : [{ code: commune.code, name: commune.name, share: 1 }]
      ).map((former) => ({ commune, ...former })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const rows = parts.map(({ commune, code, share }) => row(commune, code, share));
  const codeLabel = "Code du département suivi du numéro de commune ou du numéro d'arrondissement municipal";
  const meta: CsvCell[][] = [
    ...COMPARATOR_LABELS.map(([code, short, long, length]): CsvCell[] => [
      code,
      short,
      long,
      '',
      '',
      'NUM',
      length,
    ]),
    ...parts.map(({ code, name }): CsvCell[] => ['CODGEO', 'CODGEO', codeLabel, code, name, 'CHAR', 5]),
  ];
  const text = (header: string, lines: CsvCell[][]): Buffer =>
    Buffer.from(csv([header.split(';'), ...lines], ';', 'needed', '\r\n'));
  return {
    path: 'base_cc_comparateur_csv_RP2018.zip',
    content: await zip([
      { name: 'base_cc_comparateur.CSV', data: text(COMPARATOR_HEADER, rows) },
      { name: 'meta_base_cc_comparateur.CSV', data: text(COMPARATOR_META_HEADER, meta) },
    ]),
    rows: rows.length,
    topic: 'population, employment, older income',
    separator: ';',
    notes: 'base_cc_comparateur.CSV + meta_base_cc_comparateur.CSV (labels of every column)',
  };
}
