import type { Database } from '../db/client.ts';

/** Rows refused for one reason, counted, with the first few of them. */
export interface Refusal {
  version: number;
  reason: string;
  rows: number;
  /** File lines and codes of the first rows; either may be unknown. */
  examples: { line: number | null; code: string | null }[];
}

const EXAMPLES = 8;

/** Why rows of the versions in use were refused, the most frequent reason of each version first. */
export async function readRefusals(database: Pick<Database, 'sql'>): Promise<Refusal[]> {
  return database.sql<Refusal[]>`
    select version, reason, count(*)::int as rows,
      (array_agg(jsonb_build_object('line', line, 'code', code) order by line, refused_row.id))[1:${EXAMPLES}] as examples
    from refused_row join dataset_version on dataset_version.id = version
    where current
    group by version, reason
    order by version, rows desc, reason`;
}
