import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import type { CountedScenario } from '../../src/lib/domain/strategy/model/counted-scenario.ts';
import type { ItemKind } from '../../src/lib/domain/strategy/record/item-kind.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { addTo, makeStrategy, say, type Typed } from './strategy-doors.ts';

/** A strategy to write, as people type it. */
export interface ToWrite {
  name: string;
  /** Slug of its perimeter. */
  territory: string;
  /** What is typed of the strategy itself. */
  fields?: Typed;
  actors?: readonly Typed[];
  gaps: readonly Typed[];
  actions: readonly {
    fields: Typed;
    /** Ranks of the gaps that it answers. */
    answers?: readonly number[];
    counted?: CountedScenario;
    costs?: readonly Typed[];
    funding?: readonly Typed[];
    indicators?: readonly { fields: Typed; measures?: readonly Typed[] }[];
    entries?: readonly Typed[];
  }[];
  bodies?: readonly Typed[];
}

/** Writes a whole strategy through the doors that the pages use; gives its identifier and those of its actions. */
export async function writeStrategy(
  database: Database,
  hand: Hand,
  { name, territory, fields: own = {}, actors = [], gaps, actions, bodies = [] }: ToWrite,
): Promise<{ id: string; actions: string[] }> {
  const made = await makeStrategy(database, hand, name, territory);
  const add = (kind: ItemKind, fields: Typed, under = made.root, counted?: Typed): Promise<string> =>
    addTo(database, hand, made, kind, fields, under, counted);
  await say(database, hand, made, made.root, own);
  for (const actor of actors) await add('actor', actor);
  const gapIds: string[] = [];
  for (const gap of gaps) gapIds.push(await add('gap', gap));
  const actionIds: string[] = [];
  for (const written of actions) {
    const {
      fields,
      answers = [],
      counted,
      costs = [],
      funding = [],
      indicators = [],
      entries = [],
    } = written;
    const action = await add(
      'action',
      {
        ...fields,
        gaps: answers.map((rank) => gapIds[rank] ?? '').join(' '),
        ...(counted ? { scenario: counted.query } : {}),
      },
      made.root,
      counted ? { counted: JSON.stringify(counted) } : undefined,
    );
    actionIds.push(action);
    for (const cost of costs) await add('cost', cost, action);
    for (const line of funding) await add('funding', line, action);
    for (const indicator of indicators) {
      const under = await add('indicator', indicator.fields, action);
      for (const measure of indicator.measures ?? []) await add('measure', measure, under);
    }
    for (const entry of entries) await add('entry', entry, action);
  }
  for (const body of bodies) await add('body', body);
  return { id: made.id, actions: actionIds };
}
