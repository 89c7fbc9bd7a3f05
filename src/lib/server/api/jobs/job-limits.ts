/** Seconds that a search may take, and those it takes unless told. */
export const LEAST_SECONDS = 1;
export const MOST_SECONDS = 120;
export const USUAL_SECONDS = 30;

/** Past the time asked, how long the first answer is still waited for: without one there is nothing to give. */
export const GRACE_MS = 60_000;

/** Memory of a search, besides the frame itself, which is bounded by the question. */
export const HEAP_MB = 768;

/** Searches at once: one leaves a processor to those who read. */
export const AT_ONCE = 1;

/** Searches that wait or run, in all and for one key. */
export const MOST_UNFINISHED = 20;
export const MOST_UNFINISHED_OF_ONE = 3;

/** How long what a search found is kept, and how many are. */
export const KEPT_MS = 60 * 60 * 1000;
export const MOST_KEPT = 200;
