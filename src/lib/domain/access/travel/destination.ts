/** What the destination of a way begins with when it is the centre of a commune and not a place. */
const COMMUNE = 'commune:';

/** How the centre of a commune is written as the destination of a way, beside the ids of places. */
export const communeDestination = (code: string): string => `${COMMUNE}${code}`;

/** The INSEE code of a destination that is the centre of a commune; `null` for a place. */
export const communeOfDestination = (destination: string): string | null =>
  destination.startsWith(COMMUNE) ? destination.slice(COMMUNE.length) : null;

/** Every destination that is a commune begins so: what a database looks for. */
export const ANY_COMMUNE = `${COMMUNE}%`;
