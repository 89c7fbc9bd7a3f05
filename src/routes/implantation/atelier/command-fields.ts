/**
 * Names of the fields by which a form asks for a change, beside the parameters of the scenario: the page answers
 * with the address of the scenario changed, where none of them stands.
 */
export const COMMAND = {
  /** What to do: one of `DOINGS`. */
  what: 'faire',
  /** A commune, or longitude and latitude, as a person types them. */
  where: 'ou',
  /** Rank of the added site, from 1. */
  site: 'rang',
  /** Id of the existing place. */
  place: 'cible',
  hours: 'h',
  helpers: 'a',
  /** Moments, each once. */
  moment: 'm',
  /** Text that filters the list of existing places; stays in the address. */
  search: 'cherche',
} as const;

export const DOINGS = { add: 'ajouter', site: 'regler', place: 'changer' } as const;

export type Doing = keyof typeof DOINGS;
