import type {
  ACTION_STATUSES,
  ACTOR_ROLES,
  BODY_KINDS,
  COST_NATURES,
  DIRECTIONS,
  FUNDING_STATUSES,
  GAP_KINDS,
} from '../record/item-kind.ts';
import type { CountedScenario, UncountedScenario } from './counted-scenario.ts';

export type ActionStatus = (typeof ACTION_STATUSES)[number];
export type FundingStatus = (typeof FUNDING_STATUSES)[number];
export type ActorRole = (typeof ACTOR_ROLES)[number];
export type GapKind = (typeof GAP_KINDS)[number];
export type CostNature = (typeof COST_NATURES)[number];
export type BodyKind = (typeof BODY_KINDS)[number];
export type Direction = (typeof DIRECTIONS)[number];

/** Texts are empty, and numbers `null`, where nothing is said. Days are ISO days, months « 2027-03 ». */
export interface Strategy {
  /** Of the strategy itself among its items. */
  id: string;
  name: string;
  /** Slug of its perimeter (`territory/slug.ts`), or of a drawn one (`perimetre-…`). */
  territory: string;
  sponsor: string;
  pilot: string;
  team: string;
  from: number | null;
  to: number | null;
  context: string;
  voices: string;
  aims: string;
  governance: string;
  envelope: number | null;
  revision: string;
  followUp: string;
  actors: Actor[];
  gaps: Gap[];
  actions: Action[];
  bodies: Body[];
  passages: Passage[];
}

export interface Actor {
  id: string;
  name: string;
  role: ActorRole;
  offers: string;
  communes: string[];
  places: string[];
  /** Identifier of its organisation here, when it has one. */
  organisation: string;
}

/** Who lacks what, where, as it was retained. */
export interface Gap {
  id: string;
  name: string;
  kind: GapKind;
  query: string;
  communes: string[];
  people: number | null;
  measured: string;
  day: string;
  /** 1 to 5. */
  impact: number | null;
  feasibility: number | null;
  argument: string;
}

export interface Action {
  id: string;
  name: string;
  status: ActionStatus;
  model: string;
  /** Identifiers of the gaps that it answers and that are still there. */
  gaps: string[];
  need: string;
  public: string;
  description: string;
  prerequisites: string;
  lead: string;
  partners: string;
  entrusted: string;
  scenario: string;
  places: string[];
  from: string;
  to: string;
  expected: number | null;
  counted: CountedScenario | UncountedScenario | null;
  costs: Cost[];
  funding: Funding[];
  indicators: Indicator[];
  entries: Entry[];
}

export interface Cost {
  id: string;
  label: string;
  year: number | null;
  amount: number | null;
  nature: CostNature;
}

export interface Funding {
  id: string;
  funder: string;
  organisation: string;
  year: number | null;
  amount: number | null;
  status: FundingStatus;
}

export interface Indicator {
  id: string;
  name: string;
  unit: string;
  direction: Direction;
  baseline: number | null;
  baselineDay: string;
  target: number | null;
  targetDay: string;
  /** By day, those without one last. */
  measures: Measure[];
}

export interface Measure {
  id: string;
  day: string;
  value: number | null;
  source: string;
}

/** A line of the journal of an action. */
export interface Entry {
  id: string;
  day: string;
  text: string;
}

export interface Body {
  id: string;
  name: string;
  kind: BodyKind;
  members: string;
  rhythm: string;
}

export interface Passage {
  id: string;
  key: string;
  text: string;
  basis: string;
}
