import { desc, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import type { FrozenFigures } from '../../domain/strategy/diagnosis/frozen-figures.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { strategyDiagnosis } from '../db/schema/strategies.ts';
import { lockStrategy } from './lock.ts';

/** A diagnosis as it was frozen. */
export interface FrozenDiagnosis {
  id: string;
  at: Date;
  figures: FrozenFigures;
  content: Diagnosis;
}

/** Keeps a diagnosis; those before stay. Gives its identifier, `null` when the strategy was set aside. */
export const freezeDiagnosis = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  { figures, content }: { figures: FrozenFigures; content: Diagnosis },
): Promise<string | null> =>
  writing(
    database,
    hand,
    (id) => (id === null ? null : { action: 'strategy.freeze', object: strategy }),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return null;
      const id = randomUUID();
      await tx
        .insert(strategyDiagnosis)
        .values({ id, strategy, at: hand.now, account: hand.account, figures, content });
      return id;
    },
  );

/** The last diagnosis of a strategy; `null` before the first. */
export async function lastDiagnosis(
  database: Pick<Database, 'query'>,
  strategy: string,
): Promise<FrozenDiagnosis | null> {
  const [held] = await database.query
    .select()
    .from(strategyDiagnosis)
    .where(eq(strategyDiagnosis.strategy, strategy))
    .orderBy(desc(strategyDiagnosis.at), desc(strategyDiagnosis.id))
    .limit(1);
  return held ? (held as FrozenDiagnosis) : null;
}

/** The figures of the last diagnoses of a strategy, the last one first. */
export async function lastFigures(
  database: Pick<Database, 'query'>,
  strategy: string,
  count: number,
): Promise<{ id: string; at: Date; figures: FrozenFigures }[]> {
  const rows = await database.query
    .select({ id: strategyDiagnosis.id, at: strategyDiagnosis.at, figures: strategyDiagnosis.figures })
    .from(strategyDiagnosis)
    .where(eq(strategyDiagnosis.strategy, strategy))
    .orderBy(desc(strategyDiagnosis.at), desc(strategyDiagnosis.id))
    .limit(count);
  return rows.map(({ figures, ...rest }) => ({ ...rest, figures: figures as FrozenFigures }));
}
