/** What stands at the head of every page of a strategy. */
export interface StrategyHeading {
  id: string;
  name: string;
  /** « Grenoble-Alpes-Métropole »; empty where the perimeter is not known any more. */
  place: string;
  /** Whose it is, in words. */
  whose: string;
  /** What who reads may do, in words. */
  may: string;
  mayWrite: boolean;
  mayComment: boolean;
  isOwner: boolean;
  /** What the step of the page still lacks, in a sentence; empty when nothing, or on a page that is no step. */
  missing: string;
}
