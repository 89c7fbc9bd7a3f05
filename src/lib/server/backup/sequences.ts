import { named, type Session } from './table-lines.ts';

/** The sequence that numbers a column; identifiers were checked by who names them. */
const sequenceOf = async (
  session: Session,
  schema: string,
  table: string,
  column: string,
): Promise<string> => {
  const [row] = await session.unsafe<{ name: string | null }[]>(
    `select pg_get_serial_sequence('${named(schema)}.${named(table)}', '${column}') as name`,
  );
  if (!row?.name) throw new Error(`no sequence numbers ${schema}.${table}.${column}`);
  return row.name;
};

/** The number that each sequence of a table gives next, by column. */
export async function nextNumbers(
  session: Session,
  table: string,
  columns: readonly string[],
  schema = 'public',
): Promise<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const column of columns) {
    const [row] = await session.unsafe<{ next: string }[]>(
      `select (case when is_called then last_value + 1 else last_value end)::text as next
       from ${await sequenceOf(session, schema, table, column)}`,
    );
    numbers[column] = Number(row?.next);
  }
  return numbers;
}

/** Makes the sequences of a table go on from these numbers, or from where they stand when that is further. */
export async function goOnFrom(
  session: Session,
  table: string,
  numbers: Readonly<Record<string, number>>,
  schema = 'public',
): Promise<void> {
  const standing = await nextNumbers(session, table, Object.keys(numbers), schema);
  for (const [column, next] of Object.entries(numbers))
    await session.unsafe(
      `select setval('${await sequenceOf(session, schema, table, column)}', ${Math.max(next, standing[column] ?? 1)}, false)`,
    );
}
