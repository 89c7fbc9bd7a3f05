/** Scenarios compared at once. */
export const MOST_COMPARED = 4;

/** The parameter that brings one: its name, then its question after a « ? ». */
export const PARAMETER = 's';

/** Characters of a name that a page shows. */
const LONGEST = 80;

/** The scenarios of an address, each with its name and the parameters of its question. */
export const comparedOf = (parameters: Pick<URLSearchParams, 'getAll'>): { name: string; query: string }[] =>
  parameters
    .getAll(PARAMETER)
    .slice(0, MOST_COMPARED)
    .map((text) => {
      const at = text.indexOf('?');
      return at < 0
        ? { name: text.trim().slice(0, LONGEST), query: '' }
        : { name: text.slice(0, at).trim().slice(0, LONGEST), query: text.slice(at + 1) };
    });
