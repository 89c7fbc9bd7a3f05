/** A sum of figures of which some may not be said. */
export interface KnownSum {
  /** Of those that are said; `null` when there are figures and none is said. */
  sum: number | null;
  /** Figures that are not said: the sum is short of them. */
  unsaid: number;
}

/** Adds up what is said. Nothing to add up makes 0; nothing said makes `null`. */
export function sumKnown(figures: readonly (number | null)[]): KnownSum {
  const said = figures.filter((one) => one !== null);
  const unsaid = figures.length - said.length;
  if (figures.length > 0 && said.length === 0) return { sum: null, unsaid };
  return { sum: said.reduce((total, one) => total + one, 0), unsaid };
}
