/**
 * What a field of a strategy holds. Every value is kept as a text in one normal form, so that two people who
 * change a field can be told apart and a history read; an empty text means that nothing is said.
 */
export type FieldKind =
  /** A line of at most so many characters. */
  | { is: 'line'; most: number }
  /** Lines. */
  | { is: 'text'; most: number }
  /** A number, `.` before its decimals: « 12000.5 ». */
  | { is: 'amount'; least: number; most: number; decimals: number }
  /** « 2027-03-31 ». */
  | { is: 'day' }
  /** « 2027-03 ». */
  | { is: 'month' }
  /** « 2027 ». */
  | { is: 'year' }
  | { is: 'choice'; among: readonly string[] }
  /** Words without spaces, one space between, each once: codes of communes, identifiers of places or of items. */
  | { is: 'keys' }
  /** The parameters of an address, without `?`. */
  | { is: 'query' }
  /** JSON that the server counts: nobody types it. */
  | { is: 'counted' };

/** Why a text is not a value of its field. */
export type FieldFault =
  | { fault: 'long'; most: number }
  | { fault: 'number' }
  | { fault: 'range'; least: number; most: number }
  | { fault: 'day' | 'month' | 'year' | 'choice' | 'query' | 'closed' };

export const line = (most = 200): FieldKind => ({ is: 'line', most });
export const text = (most = 10_000): FieldKind => ({ is: 'text', most });
export const choice = (among: readonly string[]): FieldKind => ({ is: 'choice', among });
export const amount = (most: number, { least = 0, decimals = 0 } = {}): FieldKind => ({
  is: 'amount',
  least,
  most,
  decimals,
});
