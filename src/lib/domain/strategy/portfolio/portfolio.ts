import type { Strategy } from '../model/strategy.ts';

/** A strategy among those that somebody may read together. */
export interface HeldStrategy {
  id: string;
  /** Name of the organisation that it belongs to; empty where there are no accounts. */
  owner: string;
  strategy: Strategy;
  /** Codes of the communes of its perimeter; none where it is not known any more. */
  communes: readonly string[];
}

/** What is known of a commune. */
export interface CommuneFacts {
  inhabitants: number | null;
  /** People in need, estimates included; `null` when unknown. */
  need: number | null;
}

/** Facts of a commune by its code. */
export type FactsOf = (commune: string) => CommuneFacts;
