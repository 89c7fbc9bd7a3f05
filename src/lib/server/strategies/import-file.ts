import { randomUUID } from 'node:crypto';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import type { ReadContent } from '../../domain/strategy/file/read-content.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import {
  strategy,
  strategyChange,
  strategyComment,
  strategyDiagnosis,
  strategyField,
  strategyItem,
} from '../db/schema/strategies.ts';

/** Rows written at once: ten values each, of the 65,535 that a statement takes. */
const ROWS = 2_000;

/** Makes a strategy of the hand’s organisation from what a file says, all of it or nothing. Gives its identifier. */
export const importStrategy = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  { items, diagnoses, comments }: ReadContent<Diagnosis>,
): Promise<string> =>
  writing(
    database,
    hand,
    (id) => ({ action: 'strategy.import', object: id }),
    async (tx) => {
      const { now: at, owner, account } = hand;
      const id = randomUUID();
      const batch = randomUUID();
      await tx.insert(strategy).values({ id, owner, createdAt: at });
      const rows = items.map(({ id: item, kind, under, rank }) => ({
        id: item,
        strategy: id,
        kind,
        under,
        rank,
        createdAt: at,
      }));
      const by = { at, account, organisation: owner };
      const fields = items.flatMap((item) =>
        Object.entries(item.fields).map(([field, value = '']) => ({ item: item.id, field, value, ...by })),
      );
      const changes = items.flatMap((item) => [
        { item: item.id, act: 'add', field: null, before: null, after: item.kind as string },
        ...Object.entries(item.fields).map(([field, after = '']) => ({
          item: item.id,
          act: 'set',
          field,
          before: '',
          after,
        })),
      ]);
      for (const some of inSlices(rows)) await tx.insert(strategyItem).values(some);
      for (const some of inSlices(fields)) await tx.insert(strategyField).values(some);
      for (const some of inSlices(changes))
        await tx.insert(strategyChange).values(some.map((one) => ({ ...one, strategy: id, batch, ...by })));
      for (const { at: frozen, figures, content } of diagnoses)
        await tx.insert(strategyDiagnosis).values({
          id: randomUUID(),
          strategy: id,
          at: new Date(frozen),
          account,
          figures,
          content,
        });
      for (const some of inSlices(comments))
        await tx.insert(strategyComment).values(
          some.map(({ item, text, at: said, by: guest, settled }) => ({
            id: randomUUID(),
            strategy: id,
            item,
            text,
            at: new Date(said),
            guest: guest ?? '',
            settledAt: settled ? at : null,
          })),
        );
      return id;
    },
  );

function* inSlices<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS);
}
