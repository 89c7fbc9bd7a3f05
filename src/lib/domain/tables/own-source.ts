/** The source of figures that come from a table of a person: `tableau-{id}`. */
export type OwnSource = `tableau-${number}`;

export const ownSource = (table: number): OwnSource => `tableau-${table}`;

/** Whether a source, or what an indicator is called, belongs to a table of a person. */
export const isOwnSource = (text: string): text is OwnSource => /^tableau-\d+$/.test(text);

/** The identifier of an indicator of a table: `tableau-{id}-{slug}`. */
export const ownIndicatorId = (table: number, slug: string): string => `${ownSource(table)}-${slug}`;

/** The table of a source; `null` for one of the catalogue. */
export const tableOfSource = (source: string): number | null =>
  isOwnSource(source) ? Number(source.slice(source.indexOf('-') + 1)) : null;

/** The table that an indicator comes from; `null` for one of the catalogue. */
export function tableOfIndicator(id: string): number | null {
  const [, table] = /^tableau-(\d+)-./.exec(id) ?? [];
  return table === undefined ? null : Number(table);
}
