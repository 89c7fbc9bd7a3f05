import type { Offer } from '../../places/offer.ts';
import type { ActorKind } from './actor-kind.ts';
import type { Audience } from './audience.ts';
import type { NeedKind } from './need-kind.ts';

/** A published text that was read; what is said of an action stands in one. */
export interface Source {
  title: string;
  publisher: string;
  /** Of publication, as the text dates itself or by what it speaks of. */
  year: number;
  url: string;
}

/** An order of magnitude that somebody published; never a guess of ours. */
export interface CostOrder {
  nature: 'investment' | 'operating';
  /** Euros by `unit`; 0 only where the source says that it is free. */
  low: number;
  high: number;
  /** What follows the amount, without the euro sign: « par an et par poste ». */
  unit: string;
  /** What the amount pays, and whether it is a whole cost, an aid or a price. */
  covers: string;
  source: Source;
}

/** Something to count from the first day. */
export interface ModelIndicator {
  name: string;
  unit: string;
  /** Which way is better. */
  direction: 'up' | 'down';
}

/** Somewhere that it was done, or a fact of its conduct. */
export interface Reference {
  text: string;
  source: Source;
}

/** An action that others have led, ready to start from. */
export interface ActionModel {
  /** Stable: it stands in addresses and in strategies. */
  key: string;
  title: string;
  /** What is done and what it changes, in a sentence or two. */
  summary: string;
  needs: readonly NeedKind[];
  /** The lack that it answers, in a sentence. */
  need: string;
  /** What a place then offers, as Maillage counts it. */
  offers: readonly Offer[];
  /** Indicators of the catalogue that show where the need is strong. */
  signals: readonly string[];
  audiences: readonly Audience[];
  steps: readonly string[];
  prerequisites: readonly string[];
  leads: readonly ActorKind[];
  partners: readonly ActorKind[];
  /** `null` where no published order of magnitude was found. */
  costs: readonly CostOrder[] | null;
  indicators: readonly ModelIndicator[];
  /** From the decision to first results, as proposed to whoever plans. */
  months: number;
  watch: readonly string[];
  references: readonly Reference[];
}
