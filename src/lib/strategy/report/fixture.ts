import type { FrozenFigures } from '../../domain/strategy/diagnosis/frozen-figures.ts';
import type { Action, Gap, Strategy } from '../../domain/strategy/model/strategy.ts';
import type { ReportInput } from '../../domain/strategy/report/report-input.ts';
import { frenchVoice } from './french-voice.ts';

/** A strategy with something in each of its parts, for tests. */
export const sampleStrategy = (over: Partial<Strategy> = {}): Strategy => ({
  id: 'racine',
  name: 'Réseau du canton',
  territory: '99',
  sponsor: 'Ada Lovelace',
  pilot: 'Direction des solidarités',
  team: 'Trois agents',
  from: 2027,
  to: 2029,
  context: 'Une première ligne.\n\nUne seconde.',
  voices: 'Les habitants demandent des horaires du soir.',
  aims: 'Personne à plus de 10 km.',
  governance: 'Deux comités.',
  envelope: 300_000,
  revision: '2028-06-30',
  followUp: 'Deux fois par an.',
  actors: [
    {
      id: 'a1',
      name: 'La Ruche',
      role: 'partner',
      offers: 'Un atelier',
      communes: ['99001'],
      places: ['p1'],
      organisation: '',
    },
    {
      id: 'a2',
      name: 'Le Département',
      role: 'funder',
      offers: '',
      communes: [],
      places: [],
      organisation: '',
    },
  ],
  gaps: [gap('g1', 'Vallée haute', 5, 4, 1_240), gap('g2', 'Horaires du soir', 3, 5, null)],
  actions: [action()],
  bodies: [
    { id: 'b1', name: 'Comité de pilotage', kind: 'steering', members: 'Élus', rhythm: 'Deux fois par an' },
  ],
  passages: [],
  ...over,
});

const gap = (id: string, name: string, impact: number, feasibility: number, people: number | null): Gap => ({
  id,
  name,
  kind: 'distance',
  query: '',
  communes: ['99001', '99002'],
  people,
  measured: people === null ? '' : `${people} personnes à plus de 10 km d’un lieu.`,
  day: '2026-11-20',
  impact,
  feasibility,
  argument: 'Parce que.',
});

const action = (): Action => ({
  id: 'x1',
  name: 'Ouvrir deux permanences',
  status: 'planned',
  model: '',
  gaps: ['g1'],
  need: 'Un lieu proche',
  public: 'Seniors',
  description: 'Deux demi-journées par semaine.',
  prerequisites: 'Une salle',
  lead: 'La Ruche',
  partners: 'La commune',
  entrusted: '',
  scenario: 'dans=99',
  places: ['p1'],
  from: '2027-03',
  to: '2028-02',
  expected: null,
  counted: {
    query: 'dans=99',
    day: '2026-11-22',
    territory: 'Fougerac',
    question: 'personnes sous le seuil de pauvreté, à 10 km',
    people: { all: 5_000, before: 3_000, after: 3_800, gained: 800 },
    sites: [{ name: 'Mairie', commune: 'Aubeline', lon: 1, lat: 45, hours: 12 }],
    cost: 60_000,
    sources: ['annuaire, 24 novembre 2026'],
  },
  costs: [
    { id: 'c1', label: 'Salaires', year: 2027, amount: 60_000, nature: 'running' },
    { id: 'c2', label: 'Matériel', year: 2028, amount: 1_200.5, nature: 'investment' },
    { id: 'c3', label: 'Loyer', year: 2028, amount: null, nature: 'running' },
  ],
  funding: [
    { id: 'f1', funder: 'Le Département', organisation: '', year: 2027, amount: 40_000, status: 'granted' },
    { id: 'f2', funder: 'État', organisation: '', year: 2028, amount: 10_000, status: 'asked' },
  ],
  indicators: [
    {
      id: 'i1',
      name: 'Personnes accompagnées',
      unit: 'personnes',
      direction: 'up',
      baseline: 100,
      baselineDay: '2026-12-31',
      target: 900,
      targetDay: '2028-12-31',
      measures: [{ id: 'm1', day: '2027-06-30', value: 250.5, source: 'La Ruche' }],
    },
  ],
  entries: [{ id: 'e1', day: '2026-11-25', text: 'Salle trouvée.' }],
});

export const sampleFigures: FrozenFigures = {
  day: '2026-11-21',
  territory: '99',
  name: 'Fougerac',
  editions: [
    {
      source: 'filosofi-2021',
      title: 'Filosofi 2021, revenus et pauvreté des ménages',
      edition: '2021',
      loaded: '2026-11-01',
    },
    {
      source: 'ifn-communes',
      title: 'Indice de fragilité numérique, communes',
      edition: 'août 2023',
      loaded: '2026-11-01',
    },
  ],
  figures: [
    {
      id: 'niveau-de-vie-median',
      label: 'Niveau de vie médian',
      text: '21 660 € par an',
      value: 21_660,
      year: '2021',
      source: 'Filosofi 2021, revenus et pauvreté des ménages',
    },
    {
      id: 'ifn-total',
      label: 'Indice de fragilité numérique',
      text: '6,4',
      value: 6.4,
      year: '2023',
      source: 'Indice de fragilité numérique, communes',
    },
  ],
};

/** What a report of it is made from. */
export const sampleInput = (over: Partial<ReportInput> = {}): ReportInput => ({
  strategy: sampleStrategy(),
  place: 'Fougerac',
  owner: 'Ville',
  day: '2026-11-26',
  diagnosis: {
    figures: sampleFigures,
    findings: [
      {
        id: 'revenu',
        text: 'Le niveau de vie médian est de 21 660 € par an.',
        sources: ['Filosofi 2021, revenus et pauvreté des ménages'],
      },
    ],
    blocks: [],
  },
  names: { commune: (code) => `Commune ${code}`, place: () => 'Médiathèque' },
  hasSites: false,
  voice: frenchVoice,
  ...over,
});
