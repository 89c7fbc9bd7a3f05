import { amount, choice, line, text, type FieldKind } from './field-kind.ts';

/** How far an action is. */
export const ACTION_STATUSES = ['idea', 'planned', 'decided', 'running', 'done', 'dropped'] as const;
/** Where money stands. */
export const FUNDING_STATUSES = ['considered', 'asked', 'granted', 'paid', 'refused'] as const;
/** What an actor is in the strategy. */
export const ACTOR_ROLES = ['pilot', 'partner', 'funder', 'relay', 'approached'] as const;
/** What is missing: a place near enough, a service, open hours, or enough of them for those who come. */
export const GAP_KINDS = ['distance', 'service', 'hours', 'capacity', 'equipment', 'other'] as const;
export const COST_NATURES = ['running', 'investment'] as const;
export const BODY_KINDS = ['steering', 'technical', 'users', 'other'] as const;
/** Which way an indicator should go. */
export const DIRECTIONS = ['up', 'down'] as const;

/** The five steps of a score of impact or feasibility. */
const SCORES = ['1', '2', '3', '4', '5'] as const;

const EUROS = amount(10_000_000_000, { decimals: 2 });
const PEOPLE = amount(100_000_000);
const VALUE = amount(1_000_000_000, { least: -1_000_000_000, decimals: 3 });

/** Kinds of things that a strategy is made of, what each stands under, and the fields of each. */
export const ITEM_KINDS = {
  strategy: {
    under: null,
    fields: {
      name: line(),
      territory: line(80),
      sponsor: line(),
      pilot: line(),
      team: text(),
      from: { is: 'year' },
      to: { is: 'year' },
      context: text(),
      voices: text(),
      aims: text(),
      governance: text(),
      envelope: EUROS,
      revision: { is: 'day' },
      followUp: text(),
    },
  },
  actor: {
    under: 'strategy',
    fields: {
      name: line(),
      role: choice(ACTOR_ROLES),
      offers: text(2_000),
      communes: { is: 'keys' },
      places: { is: 'keys' },
      organisation: line(80),
    },
  },
  gap: {
    under: 'strategy',
    fields: {
      name: line(),
      kind: choice(GAP_KINDS),
      /** The question of `/ecarts` that shows it. */
      query: { is: 'query' },
      communes: { is: 'keys' },
      people: PEOPLE,
      /** What was measured when it was retained, in a sentence, and the day. */
      measured: text(2_000),
      day: { is: 'day' },
      impact: choice(SCORES),
      feasibility: choice(SCORES),
      argument: text(4_000),
    },
  },
  action: {
    under: 'strategy',
    fields: {
      name: line(),
      status: choice(ACTION_STATUSES),
      /** The model of the library that it started from. */
      model: line(80),
      gaps: { is: 'keys' },
      need: text(),
      public: line(400),
      description: text(),
      prerequisites: text(),
      lead: line(),
      partners: text(2_000),
      /** The partner organisation that may write it. */
      entrusted: line(80),
      /** A scenario of `/implantation`, whose sites it opens. */
      scenario: { is: 'query' },
      places: { is: 'keys' },
      from: { is: 'month' },
      to: { is: 'month' },
      /** People expected, where no scenario tells. */
      expected: PEOPLE,
      /** What the scenario gives (`counted-scenario.ts`). */
      counted: { is: 'counted' },
    },
  },
  cost: {
    under: 'action',
    fields: { label: line(), year: { is: 'year' }, amount: EUROS, nature: choice(COST_NATURES) },
  },
  funding: {
    under: 'action',
    fields: {
      funder: line(),
      organisation: line(80),
      year: { is: 'year' },
      amount: EUROS,
      status: choice(FUNDING_STATUSES),
    },
  },
  indicator: {
    under: 'action',
    fields: {
      name: line(),
      unit: line(60),
      direction: choice(DIRECTIONS),
      baseline: VALUE,
      baselineDay: { is: 'day' },
      target: VALUE,
      targetDay: { is: 'day' },
    },
  },
  measure: {
    under: 'indicator',
    fields: { day: { is: 'day' }, value: VALUE, source: line() },
  },
  entry: {
    under: 'action',
    fields: { day: { is: 'day' }, text: text(4_000) },
  },
  body: {
    under: 'strategy',
    fields: { name: line(), kind: choice(BODY_KINDS), members: text(2_000), rhythm: line() },
  },
  /** A passage of the report, written by hand in the place of the one that the figures give. */
  passage: {
    under: 'strategy',
    fields: {
      key: line(120),
      text: text(),
      /** What the figures gave when it was written: a refresh that changes it is told. */
      basis: text(),
    },
  },
} as const satisfies Record<string, { under: string | null; fields: Readonly<Record<string, FieldKind>> }>;

export type ItemKind = keyof typeof ITEM_KINDS;
export type FieldOf<Kind extends ItemKind> = keyof (typeof ITEM_KINDS)[Kind]['fields'] & string;

/** A kind by its name; `null` for another text. */
export const itemKindNamed = (name: unknown): ItemKind | null =>
  typeof name === 'string' && Object.hasOwn(ITEM_KINDS, name) ? (name as ItemKind) : null;

/** What a field of a kind holds; `null` when the kind has none of that name. */
export function fieldKind(kind: ItemKind, field: string): FieldKind | null {
  const fields: Readonly<Record<string, FieldKind>> = ITEM_KINDS[kind].fields;
  return Object.hasOwn(fields, field) ? (fields[field] as FieldKind) : null;
}
