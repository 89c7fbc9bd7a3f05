import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Place } from '../../../domain/places/place.ts';
import type { Database } from '../../db/client.ts';
import { place, placeProposal } from '../../db/schema/places.ts';

/** Two places that look like one. */
export interface ProposedPair {
  /** Keys of the two records that are alike. */
  keys: [string, string];
  places: [Place, Place];
  likelihood: number;
  reasons: string[];
}

/** How many pairs wait for somebody's word. */
export async function countProposals(database: Pick<Database, 'query'>): Promise<number> {
  const [row] = await database.query.select({ n: count() }).from(placeProposal);
  return row?.n ?? 0;
}

/** Some of the pairs, the likeliest first. */
export async function readProposals(
  database: Pick<Database, 'query'>,
  { from, most }: { from: number; most: number },
): Promise<ProposedPair[]> {
  const rows = await database.query
    .select()
    .from(placeProposal)
    .orderBy(desc(placeProposal.likelihood), placeProposal.first, placeProposal.second)
    .offset(from)
    .limit(most);
  const keys = [...new Set(rows.flatMap(({ first, second }) => [first, second]))];
  const byKey = await placesOfRecords(database, keys);
  return rows.flatMap(({ first, second, likelihood, reasons }) => {
    const [one, other] = [byKey.get(first), byKey.get(second)];
    return one && other ? [{ keys: [first, second], places: [one, other], likelihood, reasons }] : [];
  });
}

/** The place in use that each record is part of. */
async function placesOfRecords(
  database: Pick<Database, 'query'>,
  keys: readonly string[],
): Promise<Map<string, Place>> {
  if (keys.length === 0) return new Map();
  const rows = await database.query
    .select({ record: place.record, records: place.records })
    .from(place)
    .where(sql`${place.records} && ${sql.param([...keys], place.records)}`);
  return new Map(
    rows.flatMap(({ record, records }) => records.map((key) => [key, record as Place] as const)),
  );
}

/** Whether a pair still waits. */
export async function hasProposal(
  database: Pick<Database, 'query'>,
  first: string,
  second: string,
): Promise<boolean> {
  const rows = await database.query
    .select({ first: placeProposal.first })
    .from(placeProposal)
    .where(and(eq(placeProposal.first, first), eq(placeProposal.second, second)));
  return rows.length > 0;
}
