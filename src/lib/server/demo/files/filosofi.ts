import { isDetailSecret, isPovertySecret, isSecret } from '../society/secrecy.ts';
import type { DemonstrationTerritory, DescribedCommune } from '../territory.ts';
import { csv, withComma, type CsvCell } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

export const FILOSOFI_HEADER =
  'CODGEO;NBMENFISC21;NBPERSMENFISC21;MED21;PIMP21;TP6021;TP60AGE121;TP60AGE221;TP60AGE321;TP60AGE421;TP60AGE521;TP60AGE621;TP60TOL121;TP60TOL221;PACT21;PTSA21;PCHO21;PBEN21;PPEN21;PPAT21;PPSOC21;PPFAM21;PPMINI21;PPLOGT21;PIMPOT21;D121;D921;RD21';

const FIGURES = FILOSOFI_HEADER.split(';').length - 1;
const SECRET = 's';
const NOT_AVAILABLE = 'nd';

/** Under this many people, rates by age or by tenure are withheld too. */
const RATES_BY_GROUP = { age: 14_000, tenure: 7000 };

/** INSEE publishes whole rates, and 5 for anything under. */
const publishedRate = (rate: number): string => withComma(Math.max(5, Math.round(rate)), 1);

/** Poverty by age and tenure relative to the whole: the young and tenants are poorer. */
const BY_AGE = [1.42, 1.25, 1.18, 1.05, 0.82, 0.66];
const BY_TENURE = [0.42, 1.9];

/** Incomes by source in % of disposable income: they add up to 100, taxes counted below zero. */
function sources(commune: DescribedCommune): string[] {
  const { median, poverty } = commune.income;
  const wealth = (median - 22_600) / 1000;
  const tenths = (value: number): number => Math.round(10 * value);
  const unemployment = tenths(2.2 + 0.09 * poverty);
  const trade = tenths(3.6 + 0.15 * wealth);
  const pensions = tenths(26 + 0.5 * ((commune.census.over65 ?? 22) - 22));
  const property = tenths(Math.max(3, 9 + 1.1 * wealth));
  const family = tenths(1.4 + 0.07 * poverty);
  const minima = tenths(0.4 + 0.13 * poverty);
  const housing = tenths(0.2 + 0.07 * poverty);
  const taxes = -tenths(Math.max(8, 15 + 0.7 * wealth));
  const social = family + minima + housing;
  const work = 1000 - pensions - property - social - taxes;
  const wages = work - unemployment - trade;
  return [work, wages, unemployment, trade, pensions, property, social, family, minima, housing, taxes].map(
    (value) => withComma(value / 10, 1),
  );
}

function figures(commune: DescribedCommune): CsvCell[] {
  const { income } = commune;
  const { median, poverty, persons, households } = income;
  const hidden = (count: number): string[] => Array.from({ length: count }, () => SECRET);
  if (commune.population === 0) return Array.from({ length: FIGURES }, () => NOT_AVAILABLE);
  if (isSecret(income)) return hidden(FIGURES);
  if (isDetailSecret(income)) return [households, persons, median, ...hidden(FIGURES - 3)];
  const wealth = (median - 22_600) / 1000;
  const spread = 3.1 + 0.035 * (poverty - 14) + 0.05 * wealth;
  const lowest = Math.round((median * (0.565 - 0.006 * (poverty - 14))) / 10) * 10;
  const highest = Math.round((lowest * spread) / 10) * 10;
  const published = !isPovertySecret(income);
  const rates = (factors: readonly number[], isPublished: boolean): string[] =>
    factors.map((factor) => (published && isPublished ? publishedRate(poverty * factor) : SECRET));
  return [
    households,
    persons,
    median,
    withComma(Math.round(Math.min(82, Math.max(35, 56 + 4.2 * wealth))), 1),
    published ? publishedRate(poverty) : SECRET,
    ...rates(BY_AGE, persons >= RATES_BY_GROUP.age),
    ...rates(BY_TENURE, persons >= RATES_BY_GROUP.tenure),
    ...sources(commune),
    lowest,
    highest,
    withComma(highest / lowest, 1),
  ];
}

/** The commune as it was in one of those merged into it: its share of people, incomes a little apart. */
function formerPart(commune: DescribedCommune, share: number, part: number): DescribedCommune {
  const { income } = commune;
  const apart = part === 0 ? 1.012 : 1 - 0.015 * part;
  return {
    ...commune,
    population: Math.round(commune.population * share),
    income: {
      median: Math.round((income.median * apart) / 10) * 10,
      poverty: income.poverty + (part === 0 ? -0.6 : 0.9 * part),
      persons: Math.round(income.persons * share),
      households: Math.round(income.households * share),
    },
  };
}

/** The Filosofi 2021 file in INSEE's wide layout; the recent merger still has its former rows. */
export function filosofiFile({ communes }: DemonstrationTerritory): DemonstrationFile {
  const rows = communes
    .flatMap((commune): CsvCell[][] =>
      commune.former.length === 0 || commune.mergedLongAgo
        ? [[commune.code, ...figures(commune)]]
        : commune.former.map(({ code, share }, part) => [code, ...figures(formerPart(commune, share, part))]),
    )
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  return {
    path: 'cc_filosofi_2021_COM.csv',
    content: csv([FILOSOFI_HEADER.split(';'), ...rows], ';'),
    rows: rows.length,
    topic: 'poverty',
    separator: ';',
    notes:
      's = secret, nd = not available; rates rounded and floored at 5; one commune is fed by three former rows',
  };
}
