import type { Licence } from './licences.ts';

/** What a person says of a table: it follows each figure everywhere. */
export interface TableDescription {
  name: string;
  producer: string;
  year: string;
  /** Empty: the year. */
  edition: string;
  /** Empty: none. */
  page: string;
  licence: Licence;
  shared: boolean;
}

export type DescriptionProblem = 'name' | 'producer' | 'year' | 'page';

/** A year, or two; what a source is of. */
const YEARS = /^(19|20)\d{2}( ?[-–/à] ?(19|20)\d{2})?$/;

/** What is missing of a description, in the order of the form. */
export function descriptionProblems({ name, producer, year, page }: TableDescription): DescriptionProblem[] {
  const problems: DescriptionProblem[] = [];
  if (name === '') problems.push('name');
  if (producer === '') problems.push('producer');
  if (!YEARS.test(year)) problems.push('year');
  if (page !== '' && !/^https?:\/\/[^\s]+$/i.test(page)) problems.push('page');
  return problems;
}
