/** Scenarios compared at once. */
export const MOST_COMPARED = 4;

/** The parameter that brings one: its name, then its question after a « ? ». */
export const PARAMETER = 's';

/** Characters of a name that a page shows. */
const LONGEST = 80;

/** A scenario as an address says it; without its question when the address was cut. */
export interface SaidScenario {
  name: string;
  query: string | null;
}

/** All the scenarios of an address, each with its name and the parameters of its question. */
export const saidScenarios = (parameters: Pick<URLSearchParams, 'getAll'>): SaidScenario[] =>
  parameters
    .getAll(PARAMETER)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const at = text.indexOf('?');
      const name = (at < 0 ? text : text.slice(0, at)).trim().slice(0, LONGEST);
      return { name, query: at < 0 ? null : text.slice(at + 1) };
    });
