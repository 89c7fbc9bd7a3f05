/** Rows sent in one statement: PostgreSQL takes 65,535 parameters, of a dozen columns. */
const ROWS = 2_000;

/**
 * The rows of a query, a page at a time so that reading a whole table never holds the thread for long:
 * `read` gives at most `size` rows after `last`, in a fixed order.
 */
export async function* inPages<Row>(
  read: (last: Row | undefined, size: number) => PromiseLike<Row[]>,
): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ;) {
    const rows = await read(last, ROWS);
    yield rows;
    if (rows.length < ROWS) return;
    last = rows.at(-1);
  }
}

/** Slices of at most `size` items, for one statement each. */
export function* inBatches<Item>(items: readonly Item[], size = ROWS): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** The same for items that come one by one: only one slice is held at a time. */
export async function* gatherBatches<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
