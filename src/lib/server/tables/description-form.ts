import { descriptionProblems, type TableDescription } from '../../domain/tables/description.ts';
import { isLicence, LICENCES } from '../../domain/tables/licences.ts';
import { tableaux } from '../../messages/tableaux.ts';
import type { OwnTable } from '../queries/own-tables.ts';

/** Longest text of a field. */
const MAX_TEXT = 160;
const MAX_PAGE = 500;

/** What a form says of a table, and what is wrong in it, in French; `null` when nothing is. */
export function readDescriptionForm(form: FormData): {
  description: TableDescription;
  problem: string | null;
} {
  const said = (name: string, most = MAX_TEXT): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, most) : '';
  };
  const licence = said('licence');
  const description: TableDescription = {
    name: said('nom'),
    producer: said('source'),
    year: said('annee'),
    edition: said('edition'),
    page: said('page', MAX_PAGE),
    licence: isLicence(licence) ? licence : 'unstated',
    shared: said('acces') === 'shared',
  };
  const [first] = descriptionProblems(description);
  const words = tableaux.describe.problems;
  return { description, problem: first ? words[first] : isLicence(licence) ? null : words.licence };
}

/** What is said of a table that is kept, as its form shows it. */
export function descriptionOf(table: OwnTable): TableDescription {
  const licence = LICENCES.find((one) => tableaux.licences[one] === table.licence) ?? 'unstated';
  const { name, producer, year, shared } = table;
  const edition = table.edition === year ? '' : table.edition;
  return { name, producer, year, edition, page: table.page ?? '', licence, shared };
}
