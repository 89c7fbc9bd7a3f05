import { exports as words } from '../../messages/exports.ts';

/** What a citation needs of a source: who to name, and how old it is. */
export interface Cited {
  producer: string;
  edition: string;
  licence: string;
}

/** « Insee, par le paquet … », « Insee (pourcentages dérivés) »: the name alone. */
export const producerName = (producer: string): string => producer.split(/,| \(/)[0] ?? '';

/**
 * Sources in one cell, by licence, as whoever publishes the figures must name them: « Insee, RP 2022 ; Arcep,
 * T1 2018 (Licence Ouverte 2.0) ». Titles and pages are in the formats that have room for them.
 */
export function citation(sources: readonly Cited[]): string {
  const byLicence = new Map<string, Set<string>>();
  for (const { producer, edition, licence } of sources) {
    const named = byLicence.get(licence) ?? new Set();
    byLicence.set(
      licence,
      named.add([producerName(producer), edition].filter((part) => part !== '').join(', ')),
    );
  }
  return [...byLicence].map(([licence, named]) => words.cited([...named].join(' ; '), licence)).join(' ; ');
}

/** A table that somebody brought, in one cell: its name tells what no edition does. */
export const tableCitation = ({
  name,
  producer,
  year,
  edition,
  licence,
}: Cited & { name: string; year: string }): string =>
  words.cited([producer, name, edition || year].filter((part) => part !== '').join(', '), licence);

/** The last two columns of a CSV, the same on each row: whatever a table is sorted, cut or joined by, a row can be cited. */
export interface CitationColumns {
  headings: readonly [sources: string, made: string];
  cells: readonly [sources: string, made: string];
}

/** What a file made on an ISO day says of itself; `sources` as `citation` writes them. */
export const citationColumns = (sources: string, day: string): CitationColumns => ({
  headings: [words.citation.sources, words.citation.made],
  cells: [sources, day],
});
