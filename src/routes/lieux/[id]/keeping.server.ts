import { HAND_SOURCE } from '#lib/domain/places/by-hand.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import type { Database } from '#lib/server/db/client.ts';
import { readPlaceHistory } from '#lib/server/queries/places/place-history.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { sourceName } from '#lib/server/queries/source-names.ts';

/** What keeps a place true: its records, that may be taken apart, and what people changed in them. */
export async function keepingOf(
  database: Pick<Database, 'query'>,
  data: Snapshot,
  id: string,
  records: readonly string[],
) {
  const { kinds } = gestion.keeping;
  const history = await readPlaceHistory(database, [...records, `${HAND_SOURCE}/${id}`]);
  return {
    records: records.map((key) => ({ key, name: sourceName(data, key.slice(0, key.indexOf('/'))) })),
    history: history.map(({ at, kind, source }) => ({
      at: formatDateTime(at),
      what: kinds[kind] ?? kind,
      source: sourceName(data, source),
    })),
  };
}
