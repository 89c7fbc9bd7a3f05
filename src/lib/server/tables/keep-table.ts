import { eq } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { TableDescription } from '../../domain/tables/description.ts';
import type { JoinedTable } from '../../domain/tables/join/join-table.ts';
import type { TableRows } from '../../domain/tables/join/join-rows.ts';
import { isOpenLicence } from '../../domain/tables/licences.ts';
import type { TableReading } from '../../domain/tables/reading.ts';
import { tableaux } from '../../messages/tableaux.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { ownTable, ownTableContent } from '../db/schema/own-tables.ts';
import { holdImports } from '../db/import-lock.ts';
import { packTable, readColumnsOnly } from '../import/own-table-content.ts';
import { writeOwnFigures } from '../import/write/write-own-table.ts';
import { readTerritories } from '../queries/territories.ts';
import { currentVersions } from '../queries/versions.ts';
import type { OwnTable } from '../queries/own-tables.ts';
import { ownIndicators } from './own-indicators.ts';

/** A table joined and described, ready to be kept. */
export interface BroughtTable {
  /** The table that it takes the place of; `null` for a new one. */
  replaces: number | null;
  description: TableDescription;
  file: string;
  sha256: string;
  rows: TableRows;
  reading: TableReading;
  joined: JoinedTable;
  /** Version of the territories that it was joined to. */
  territoriesVersion: number | null;
}

/** What became of a table that was to be kept: its number, or why not. */
export type Kept = { id: number } | { refused: 'moved' | 'not-yours' };

/** What is said of a table, as its row holds it. */
export const describedColumns = (description: TableDescription) => ({
  shared: description.shared,
  name: description.name,
  producer: description.producer,
  licence: tableaux.licences[description.licence] ?? description.licence,
  redistribute: description.shared && isOpenLicence(description.licence),
  edition: description.edition || description.year,
  year: description.year,
  page: description.page || null,
});

/** The version of the territories in use. */
export async function territoriesVersion(query: Query): Promise<number | null> {
  const versions = await currentVersions({ query });
  return versions.find(({ source }) => source === 'cog-2026')?.id ?? null;
}

/**
 * Keeps a table with its figures, new or in place of another of the same owner, in one transaction. Refused
 * where the territories changed since it was joined, or where what it replaces is not theirs.
 */
export function keepTable(
  database: Pick<Database, 'query'>,
  brought: BroughtTable,
  hand: Hand,
): Promise<Kept> {
  const action = brought.replaces === null ? 'table.keep' : 'table.replace';
  return writing(
    database,
    hand,
    (kept: Kept) => ('id' in kept ? { action, object: String(kept.id) } : null),
    async (tx) => {
      await holdImports(tx);
      if ((await territoriesVersion(tx)) !== brought.territoriesVersion) return { refused: 'moved' };
      const held = brought.replaces === null ? null : await ownedTable(tx, brought.replaces, hand.owner);
      if (brought.replaces !== null && !held) return { refused: 'not-yours' };
      const id = held?.id ?? (await insertTable(tx, brought, hand));
      const content = packTable(readColumnsOnly(brought.rows, brought.reading));
      await tx
        .insert(ownTableContent)
        .values({ table: id, bytes: content })
        .onConflictDoUpdate({ target: ownTableContent.table, set: { bytes: content } });
      const row = rowOf(brought, id, hand.now);
      await tx.update(ownTable).set(row).where(eq(ownTable.id, id));
      await writeOwnFigures(tx, { id, ...row }, brought.joined, await readTerritories({ query: tx }), {
        former: held?.indicators.map((indicator) => indicator.id) ?? [],
        now: hand.now,
      });
      return { id };
    },
  );
}

/** A table in use of an owner; `null` where it is another’s, or removed. */
export async function ownedTable(tx: Query, id: number, owner: string | null): Promise<OwnTable | null> {
  const [row] = await tx.select().from(ownTable).where(eq(ownTable.id, id)).for('update');
  const held = (row ?? null) as OwnTable | null;
  return held && held.removedAt === null && held.owner === owner ? held : null;
}

const rowOf = (
  { description, file, sha256, reading, joined: { report } }: BroughtTable,
  id: number,
  now: Date,
) => ({
  ...describedColumns(description),
  keyKind: reading.key,
  level: reading.level,
  file,
  sha256,
  indicators: ownIndicators({ id, description, file, reading, report }),
  reading,
  report,
  changedAt: now,
});

async function insertTable(tx: Query, brought: BroughtTable, { owner, account, now }: Hand): Promise<number> {
  const [row] = await tx
    .insert(ownTable)
    .values({ ...rowOf(brought, 0, now), owner, createdAt: now, createdBy: account })
    .returning({ id: ownTable.id });
  if (!row) throw new Error('no table was recorded');
  return row.id;
}
