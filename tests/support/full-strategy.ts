import { randomUUID } from 'node:crypto';
import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import type { CountedScenario } from '../../src/lib/domain/strategy/model/counted-scenario.ts';
import type { ItemKind } from '../../src/lib/domain/strategy/record/item-kind.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { diagnosisOf } from '../../src/lib/server/diagnosis/diagnosis.ts';
import { frozenFigures } from '../../src/lib/server/diagnosis/frozen-figures.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { changeFields } from '../../src/lib/server/strategies/change-fields.ts';
import { createStrategy } from '../../src/lib/server/strategies/create.ts';
import { freezeDiagnosis } from '../../src/lib/server/strategies/diagnoses.ts';
import { addItem } from '../../src/lib/server/strategies/items.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import { NO_FILTER } from '../../src/lib/domain/places/filter.ts';

/** What a written strategy is of, and the words that it is written in. */
export interface WrittenStrategy {
  name: string;
  /** Slug of its perimeter. */
  territory: string;
  /** Stands in every text that somebody types. */
  text?: string;
  actions?: number;
}

const yes = (): boolean => true;

/** Writes a strategy by the doors of the server, something in each of its parts, its diagnosis frozen. Gives its identifier. */
export async function writeStrategy(
  database: Database,
  hand: Hand,
  { name, territory, text = 'Un texte.', actions = 3 }: WrittenStrategy,
): Promise<string> {
  const data = await Snapshot.read(database);
  const place = data.territories.bySlug(territory);
  if (!place) throw new Error(`no territory ${territory}`);
  const id = await createStrategy(database, hand, { name, territory });
  const root = (await readKept(database, id))?.strategy.id ?? '';
  await change(database, hand, id, root, {
    sponsor: `Ada Lovelace ${text}`,
    pilot: 'Direction des solidarités',
    team: text,
    from: '2027',
    to: '2029',
    context: text,
    voices: text,
    aims: text,
    governance: text,
    envelope: '300000',
    revision: '2028-06-30',
    followUp: text,
  });
  const add = async (
    kind: ItemKind,
    under: string,
    fields: Record<string, string>,
    counted?: Record<string, string>,
  ) => {
    const item = randomUUID();
    const done = await addItem(database, hand, id, { id: item, kind, under, fields, counted }, yes);
    if (done.became !== 'added') throw new Error(`${kind}: ${done.became}`);
    return item;
  };
  const communes = data.territories.communes(place);
  const codes = communes
    .slice(0, 4)
    .map(({ code }) => code)
    .join(' ');
  await add('actor', root, { name: `La Ruche ${text}`, role: 'partner', offers: text, communes: codes });
  await add('actor', root, { name: 'Le Département', role: 'funder' });
  const gaps = [
    await add('gap', root, {
      name: `Vallée haute ${text}`,
      kind: 'distance',
      communes: codes,
      people: '1240',
      measured: '1 240 personnes à plus de 10 km d’un lieu.',
      day: '2026-11-20',
      impact: '5',
      feasibility: '4',
      argument: text,
    }),
    await add('gap', root, { name: 'Horaires du soir', kind: 'hours', impact: '3', feasibility: '5' }),
  ];
  for (let at = 0; at < actions; at++) {
    const site = communes[at % communes.length];
    const counted: CountedScenario = {
      query: `dans=${territory}`,
      day: '2026-11-22',
      territory: place.name,
      question: 'personnes sous le seuil de pauvreté, à 10 km',
      people: { all: 5_000, before: 3_000, after: 3_800, gained: 800 },
      sites: [
        {
          name: `Mairie ${text}`,
          commune: site?.name ?? null,
          lon: site?.lon ?? null,
          lat: site?.lat ?? null,
          hours: 12,
        },
      ],
      cost: 60_000,
      sources: ['annuaire, 24 novembre 2026'],
    };
    const action = await add(
      'action',
      root,
      {
        name: `Ouvrir une permanence ${at + 1} ${text}`,
        status: 'planned',
        gaps: gaps[at % 2] ?? '',
        need: text,
        public: 'Seniors',
        description: text,
        prerequisites: text,
        lead: 'La Ruche',
        partners: text,
        scenario: counted.query,
        from: '2027-03',
        to: '2028-02',
      },
      { counted: JSON.stringify(counted) },
    );
    await add('cost', action, { label: text, year: '2027', amount: '60000', nature: 'running' });
    await add('cost', action, { label: 'Matériel', year: '2028', amount: '1200,50', nature: 'investment' });
    await add('funding', action, {
      funder: `Le Département ${text}`,
      year: '2027',
      amount: '40000',
      status: 'granted',
    });
    const indicator = await add('indicator', action, {
      name: `Personnes accompagnées ${text}`,
      unit: 'personnes',
      direction: 'up',
      baseline: '100',
      target: '900',
      targetDay: '2028-12-31',
    });
    await add('measure', indicator, { day: '2027-06-30', value: '250', source: text });
    await add('entry', action, { day: '2026-11-25', text });
  }
  await add('body', root, {
    name: `Comité de pilotage ${text}`,
    kind: 'steering',
    members: text,
    rhythm: 'Deux fois par an',
  });
  await freezeDiagnosis(database, hand, id, {
    figures: await frozenFigures(data, place, hand.now),
    content: await diagnosisOf(
      data,
      database,
      place,
      { filter: NO_FILTER, text: 'Lieux pris en compte : tous les lieux recensés.' },
      hand.now,
    ),
  });
  return id;
}

/** Changes fields of one item of a strategy, whatever they said. */
export async function change(
  database: Database,
  hand: Hand,
  strategy: string,
  item: string,
  fields: Record<string, string>,
): Promise<void> {
  const held = (await readKept(database, strategy))?.items.find(({ id }) => id === item);
  const changes = Object.entries(fields).map(([field, now]) => ({
    item,
    field,
    was: held?.fields[field] ?? '',
    now,
  }));
  const { outcomes } = await changeFields(database, hand, strategy, changes, yes);
  for (const outcome of outcomes)
    if (outcome.became !== 'saved' && outcome.became !== 'same')
      throw new Error(`${outcome.field}: ${outcome.became}`);
}
