import { randomUUID } from 'node:crypto';
import type { Hand } from '../../domain/account/visitor.ts';
import type { CountedScenario, UncountedScenario } from '../../domain/strategy/model/counted-scenario.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { writeField } from './change-fields.ts';
import { lockStrategy } from './lock.ts';
import { readItems } from './read.ts';

/** Keeps what the scenario of an action gives, or takes it away with the scenario; whether it is still that scenario. */
export const setCounted = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  action: string,
  counted: CountedScenario | UncountedScenario | null,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (written) => (written ? { action: 'strategy.write', object: strategy } : null),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return false;
      const items = (await readItems(tx, [strategy])).get(strategy) ?? [];
      const item = items.find(({ id, kind }) => id === action && kind === 'action');
      if (!item || (item.fields.scenario ?? '') !== (counted?.query ?? '')) return false;
      const before = item.fields.counted ?? '';
      const after = counted === null ? '' : JSON.stringify(counted);
      if (before === after) return false;
      await writeField(
        tx,
        hand,
        { strategy, batch: randomUUID() },
        { item: action, field: 'counted', before, after },
      );
      return true;
    },
  );
