/** A comment as it is read. */
export interface ShownComment {
  id: string;
  text: string;
  at: string;
  who: string;
  settled: boolean;
  /** Whether who reads may settle it, or open it again. */
  maySettle: boolean;
  mayRemove: boolean;
}

/** The comments on one thing of a strategy, with what it takes to write one from any page. */
export interface ItemComments {
  item: string;
  /** What is commented, in words. */
  thing: string;
  /** Where its forms are sent. */
  action: string;
  /** Where one comes back to. */
  back: string;
  /** Drawn for the next comment: the same form sent twice writes one. */
  draft: string;
  comments: ShownComment[];
}
