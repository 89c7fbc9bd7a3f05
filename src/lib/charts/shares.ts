/** A part of a whole, in percent. */
export interface Share {
  label: string;
  value: number;
}

/** A share with the place where it starts, percent. */
export interface PlacedShare extends Share {
  start: number;
}

/** Shares laid end to end; what is missing to 100 is left blank at the end. */
export function stackShares(shares: readonly Share[]): PlacedShare[] {
  let start = 0;
  return shares.map((share) => {
    const placed = { ...share, start };
    start += share.value;
    return placed;
  });
}

/**
 * Ages in three parts from the two that the source gives: the middle one is what is left. `null`
 * when either is unknown or when together they pass the whole.
 */
export function ageShares(under15: number | null, over65: number | null): Share[] | null {
  if (under15 === null || over65 === null || under15 + over65 > 100) return null;
  return [
    { label: 'Moins de 15 ans', value: under15 },
    { label: '15 à 64 ans', value: 100 - under15 - over65 },
    { label: '65 ans et plus', value: over65 },
  ];
}
