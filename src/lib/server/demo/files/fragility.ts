import { averageFragility, FRAGILITY_AXES, type Fragility } from '../society/fragility.ts';
import type { DemonstrationTerritory } from '../territory.ts';
import { csv, type CsvCell } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

export const FRAGILITY_HEADER =
  'name,division,code,no_thd_coverage_rate,no_4g_coverage_rate,poverty_rate,older_65_rate,nscol15p_rate,total';

/** A score as Python writes a float: « 6.0 », « 5.84… ». */
const score = (value: number): string => {
  const steady = Number(value.toFixed(12));
  return Number.isInteger(steady) ? steady.toFixed(1) : String(steady);
};

function file(
  division: 'city' | 'epci',
  records: readonly { name: string; code: string; fragility: Fragility }[],
): DemonstrationFile {
  const rows = records.map(({ name, code, fragility }): CsvCell[] => [
    name,
    division,
    code,
    ...[...FRAGILITY_AXES, 'total' as const].map((axis) => score(fragility[axis])),
  ]);
  return {
    path: `ifn-${division}-all-variation_2023-08.csv`,
    content: csv([FRAGILITY_HEADER.split(','), ...rows], ','),
    rows: rows.length,
    topic: 'fragility',
    separator: ',',
    notes: 'scores from 0 to 10 (10 = most fragile), total = mean of the five',
  };
}

/** The fragility index of communes and of EPCI. */
export function fragilityFiles({ communes, epci }: DemonstrationTerritory): DemonstrationFile[] {
  return [
    file('city', communes),
    file(
      'epci',
      epci.map(({ group, members }) => ({
        name: group.name,
        code: group.code,
        fragility: averageFragility(members),
      })),
    ),
  ];
}
