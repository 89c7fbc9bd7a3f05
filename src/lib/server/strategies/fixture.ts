import type { Diagnosis, PrintedMap } from '../../diagnosis/diagnosis.ts';
import type { FrozenFigures } from '../../domain/strategy/diagnosis/frozen-figures.ts';

const layout: PrintedMap['layout'] = {
  width: 600,
  height: 420,
  colours: ['#fbecd3', '#46234b'],
  entries: [{ fill: 0, label: 'moins de 10', count: 2 }],
  kinds: ['mediation'],
};

const map: PrintedMap = {
  layout,
  figure: {
    ...layout,
    map: {
      viewport: { x: 0, y: 0, width: 600, height: 420 },
      paths: [{ fill: 'secret', d: 'M0,0L10.5,-3Z' }],
      edges: [{ role: 'selected', d: 'M0 0L1 1' }],
      points: [{ kind: 'mediation', x: 3, y: 4 }],
      scale: { length: 120, metres: 5000 },
      border: 0.6,
    },
    insets: [],
  },
  title: 'Besoin',
  label: 'Carte du besoin',
  legend: 'Note',
  counted: '2 communes',
  notes: ['Source : démonstration.'],
};

const table = { caption: 'Besoin', headings: ['Commune'], rows: [], notes: [] };

/** A small diagnosis in which every optional part is there. */
export const diagnosisFixture: Diagnosis = {
  header: {
    name: 'Vallon',
    slug: '99001',
    level: 'commune',
    levelLabel: 'Commune',
    code: 'code officiel 99001',
    population: '1 200 habitants',
    postcodes: ['99000'],
    crumbs: [{ label: 'France', href: '/territoires/FR' }, { label: 'Vallon' }],
    parents: [{ level: 'région', name: 'Région', slug: 'R99' }],
    notices: [],
  },
  date: '26 novembre 2026',
  counted: 'Tous les lieux.',
  context: null,
  findings: [{ id: 'a', text: 'Un fait.', sources: [{ label: 'Source', href: '/donnees#a' }] }],
  need: {
    ...table,
    rows: [{ id: 'a', label: 'A', detail: '2026', cells: [{ text: '1', known: true }] }],
  },
  connection: table,
  fibre: { caption: 'Fibre', rows: [{ label: 'Toutes', communes: 1, people: 1200, unknown: true }] },
  places: {
    count: 1,
    total: '1 lieu',
    kinds: 'un lieu de médiation',
    services: [{ label: 'Aide', count: '1' }],
    entries: [
      {
        id: 'p',
        kind: 'mediation',
        kindLabel: 'Lieu de médiation',
        name: 'Maison',
        address: '1 rue Haute',
        services: ['Aide'],
        hours: null,
        phone: null,
        fees: [],
        updated: null,
        approximate: false,
        distance: null,
      },
    ],
    nearest: [],
  },
  gap: {
    people: [
      {
        label: '5 km',
        communes: '1',
        people: { count: '3', share: '1 %' },
        elders: { count: '1', share: '1 %' },
      },
    ],
    classes: ['près'],
    byClass: [{ label: 'A', cells: [{ count: '1', share: '100 %' }] }],
    notes: [],
  },
  gaps: {
    limit: '10 km',
    lines: [{ label: 'Aide', href: '/ecarts?seuil=10', people: '3', share: '1 %', inhabitants: '1 200' }],
    zones: [{ name: 'Haut', text: '3 personnes' }],
    offer: [{ slug: '99001', name: 'Vallon', places: '1', per10000: '8', hours: '12' }],
    change: null,
    href: '/ecarts',
  },
  ownDistance: null,
  priorities: {
    title: 'Priorités',
    rows: [{ rank: '1', name: 'Vallon', slug: '99001', population: '1 200', reasons: ['loin'], own: true }],
    notes: [],
  },
  method: {
    formulas: ['a + b'],
    sources: [{ title: 'A', producer: 'B', edition: '2026', licence: 'LO', loaded: 'le 1er' }],
  },
  maps: { need: map, connection: null, gap: null },
};

/** Its figures. */
export const figuresFixture: FrozenFigures = {
  day: '2026-11-26',
  territory: '99001',
  name: 'Vallon',
  editions: [{ source: 'a', title: 'A', edition: '2026', loaded: '2026-11-01' }],
  figures: [{ id: 'f', label: 'Fibre', text: '14,2 %', value: 14.2, year: '2026', source: 'A' }],
};
