import type { Indicator } from './indicator.ts';
import type { FigureSource, SourceId, SourceNotice } from './source.ts';

/**
 * What whoever reads now finds beside the catalogue, or in place of what it says (ADR 0021): the
 * indicators of tables that people brought, and what the editions in use say of themselves.
 */
export interface CatalogueInUse {
  /** Indicators of tables, in the order in which screens list them. */
  own: readonly Indicator[];
  /** What must be said of the tables that they come from. */
  sources: readonly SourceNotice[];
  /** Tables that not everybody may see. */
  closed: readonly FigureSource[];
  /** The year of the figures in use, by indicator, where it is not that of the catalogue. */
  years: Readonly<Partial<Record<string, string>>>;
  /** The edition in use, by source, where it is not that of the catalogue. */
  editions: Readonly<Partial<Record<SourceId, string>>>;
  /** Indicators of the catalogue without any figure here; empty where nothing is loaded at all. */
  unloaded: readonly string[];
}

/** The catalogue and nothing else. */
export const CATALOGUE_ALONE: CatalogueInUse = {
  own: [],
  sources: [],
  closed: [],
  years: {},
  editions: {},
  unloaded: [],
};

let read: () => CatalogueInUse = () => CATALOGUE_ALONE;

/**
 * Says where to read what is in use: a server answers for the request under way, a browser for the
 * person before it. Without it, the catalogue stands alone.
 */
export function provideCatalogue(from: () => CatalogueInUse): void {
  read = from;
}

/** What is in use now. */
export const catalogueInUse = (): CatalogueInUse => read();

/** Whether a figure of that source is kept from those outside its organisation. */
export const isClosed = (source: FigureSource): boolean => read().closed.includes(source);

const keys = new WeakMap<CatalogueInUse, string>();

/**
 * A word for the indicators of tables that are in use: empty without any. What is computed from *every*
 * indicator is remembered under it, so that nobody is given what was computed for somebody else.
 */
export function catalogueKey(): string {
  const inUse = read();
  let key = keys.get(inUse);
  if (key === undefined) keys.set(inUse, (key = inUse.own.map(({ id }) => id).join()));
  return key;
}
