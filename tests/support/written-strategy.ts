import { randomUUID } from 'node:crypto';
import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import type { CountedScenario } from '../../src/lib/domain/strategy/model/counted-scenario.ts';
import type { ItemKind } from '../../src/lib/domain/strategy/record/item-kind.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { createStrategy } from '../../src/lib/server/strategies/create.ts';
import { addItem } from '../../src/lib/server/strategies/items.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';

/** What is typed in the fields of an item. */
type Typed = Readonly<Record<string, string>>;

/** A strategy to write, as people type it. */
export interface ToWrite {
  name: string;
  /** Slug of its perimeter. */
  territory: string;
  gaps: readonly Typed[];
  actions: readonly {
    fields: Typed;
    /** Ranks of the gaps that it answers. */
    answers?: readonly number[];
    counted?: CountedScenario;
    costs?: readonly Typed[];
    funding?: readonly Typed[];
    indicators?: readonly { fields: Typed; measures?: readonly Typed[] }[];
  }[];
}

/** Writes a whole strategy through the doors that the pages use; gives its identifier and those of its actions. */
export async function writeStrategy(
  database: Database,
  hand: Hand,
  { name, territory, gaps, actions }: ToWrite,
): Promise<{ id: string; actions: string[] }> {
  const id = await createStrategy(database, hand, { name, territory });
  const kept = await readKept(database, id);
  if (!kept) throw new Error('the strategy that was made cannot be read');
  const root = kept.strategy.id;
  const add = async (kind: ItemKind, under: string, fields: Typed, counted?: Typed): Promise<string> => {
    const item = randomUUID();
    const added = await addItem(database, hand, id, { id: item, kind, under, fields, counted }, () => true);
    if (added.became !== 'added') throw new Error(`${kind}: ${JSON.stringify(added)}`);
    return item;
  };
  const gapIds: string[] = [];
  for (const gap of gaps) gapIds.push(await add('gap', root, gap));
  const actionIds: string[] = [];
  for (const { fields, answers = [], counted, costs = [], funding = [], indicators = [] } of actions) {
    const own = {
      ...fields,
      gaps: answers.map((rank) => gapIds[rank] ?? '').join(' '),
      ...(counted ? { scenario: counted.query } : {}),
    };
    const action = await add('action', root, own, counted ? { counted: JSON.stringify(counted) } : undefined);
    actionIds.push(action);
    for (const cost of costs) await add('cost', action, cost);
    for (const line of funding) await add('funding', action, line);
    for (const indicator of indicators) {
      const under = await add('indicator', action, indicator.fields);
      for (const measure of indicator.measures ?? []) await add('measure', under, measure);
    }
  }
  return { id, actions: actionIds };
}
