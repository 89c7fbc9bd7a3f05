import { eq } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { IntakeField } from '../../domain/places/intake/fields.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { columnLayout } from '../db/schema/lists.ts';

/** What each heading of a layout fed the last time it came; `null` for a layout never seen. */
export async function readLayout(
  database: Pick<Database, 'query'>,
  layout: string,
): Promise<Record<string, IntakeField> | null> {
  const [row] = await database.query.select().from(columnLayout).where(eq(columnLayout.layout, layout));
  return row ? (row.mapping as Record<string, IntakeField>) : null;
}

/** Remembers what each heading of a layout feeds. */
export async function keepLayout(
  database: Pick<Database, 'query'>,
  layout: string,
  headings: readonly string[],
  mapping: readonly IntakeField[],
  hand: Hand,
): Promise<void> {
  const kept = Object.fromEntries(headings.map((heading, at) => [heading, mapping[at] ?? 'ignored']));
  await writing(database, hand, { action: 'layout.keep', object: layout }, async (tx) => {
    await tx
      .insert(columnLayout)
      .values({ layout, mapping: kept, at: hand.now })
      .onConflictDoUpdate({ target: columnLayout.layout, set: { mapping: kept, at: hand.now } });
  });
}
