import { eq } from 'drizzle-orm';
import { contiguityOf, type Contiguity } from '../../../domain/spatial/contiguity.ts';
import type { Database } from '../../db/client.ts';
import { contiguity } from '../../db/schema/territories.ts';

/** Who shares a border with whom, in the order of the level; `null` before the outlines are loaded. */
export async function readContiguity(
  database: Pick<Database, 'query'>,
  level: 'commune',
  count: number,
): Promise<Contiguity | null> {
  const [row] = await database.query.select().from(contiguity).where(eq(contiguity.level, level));
  if (!row) return null;
  const { buffer, byteOffset, byteLength } = row.pairs;
  const ordinals = new DataView(buffer, byteOffset, byteLength);
  const pairs = Array.from(
    { length: byteLength / 8 },
    (_, at) => [ordinals.getUint32(8 * at, true), ordinals.getUint32(8 * at + 4, true)] as const,
  );
  return contiguityOf(count, pairs);
}
