import type { Unclassed } from '../domain/classify/classification.ts';

/** What a card says of a territory under the pointer or the keyboard. */
export interface TerritoryCard {
  /** `null` while names are on their way. */
  name: string | null;
  figure: string;
  /** Each figure under its name, where there are several. */
  figures?: readonly { subject: string; figure: string }[];
  /** Its class on the map; `null` when it has none. */
  class: number | null;
  state: Unclassed | null;
  notes: string[];
}
