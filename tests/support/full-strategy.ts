import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import { NO_FILTER } from '../../src/lib/domain/places/filter.ts';
import type { CountedScenario } from '../../src/lib/domain/strategy/model/counted-scenario.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { diagnosisOf } from '../../src/lib/server/diagnosis/diagnosis.ts';
import { frozenFigures } from '../../src/lib/server/diagnosis/frozen-figures.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { freezeDiagnosis } from '../../src/lib/server/strategies/diagnoses.ts';
import { writeStrategy, type ToWrite } from './written-strategy.ts';

/** What a full strategy is of, and the words that it is written in. */
export interface FullStrategy {
  name: string;
  /** Slug of its perimeter. */
  territory: string;
  /** Stands in every text that somebody types. */
  text?: string;
  actions?: number;
}

/** Writes a strategy with something in each of its parts, its diagnosis frozen. Gives its identifier. */
export async function writeFullStrategy(
  database: Database,
  hand: Hand,
  { name, territory, text = 'Un texte.', actions = 3 }: FullStrategy,
): Promise<string> {
  const data = await Snapshot.read(database);
  const place = data.territories.bySlug(territory);
  if (!place) throw new Error(`no territory ${territory}`);
  const communes = data.territories.communes(place);
  const codes = communes
    .slice(0, 4)
    .map(({ code }) => code)
    .join(' ');
  const { id } = await writeStrategy(database, hand, {
    name,
    territory,
    fields: {
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
    },
    actors: [
      { name: `La Ruche ${text}`, role: 'partner', offers: text, communes: codes },
      { name: 'Le Département', role: 'funder' },
    ],
    gaps: [
      {
        name: `Vallée haute ${text}`,
        kind: 'distance',
        communes: codes,
        people: '1240',
        measured: '1 240 personnes à plus de 10 km d’un lieu.',
        day: '2026-11-20',
        impact: '5',
        feasibility: '4',
        argument: text,
      },
      { name: 'Horaires du soir', kind: 'hours', impact: '3', feasibility: '5' },
    ],
    actions: Array.from({ length: actions }, (_, at) =>
      actionOf(at, text, counted(`dans=${territory}`, place, communes[at % communes.length], text)),
    ),
    bodies: [
      {
        name: `Comité de pilotage ${text}`,
        kind: 'steering',
        members: text,
        rhythm: 'Deux fois par an',
      },
    ],
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

function counted(
  query: string,
  { name }: Territory,
  site: Territory | undefined,
  text: string,
): CountedScenario {
  return {
    query,
    day: '2026-11-22',
    territory: name,
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
}

function actionOf(at: number, text: string, counted: CountedScenario): ToWrite['actions'][number] {
  return {
    fields: {
      name: `Ouvrir une permanence ${at + 1} ${text}`,
      status: 'planned',
      need: text,
      public: 'Seniors',
      description: text,
      prerequisites: text,
      lead: 'La Ruche',
      partners: text,
      from: '2027-03',
      to: '2028-02',
    },
    answers: [at % 2],
    counted,
    costs: [
      { label: text, year: '2027', amount: '60000', nature: 'running' },
      { label: 'Matériel', year: '2028', amount: '1200,50', nature: 'investment' },
    ],
    funding: [{ funder: `Le Département ${text}`, year: '2027', amount: '40000', status: 'granted' }],
    indicators: [
      {
        fields: {
          name: `Personnes accompagnées ${text}`,
          unit: 'personnes',
          direction: 'up',
          baseline: '100',
          target: '900',
          targetDay: '2028-12-31',
        },
        measures: [{ day: '2027-06-30', value: '250', source: text }],
      },
    ],
    entries: [{ day: '2026-11-25', text }],
  };
}
