import type { Diagnosis, PrintedMap } from '../../diagnosis/diagnosis.ts';
import type { StandingMap } from '../../charts/standing-map.ts';

/** The sites that actions open, on the map of the perimeter. */
export interface SitesMap {
  figure: StandingMap;
  title: string;
  label: string;
  note: string;
  /** Territories that should be drawn, and that are. */
  expected: number;
  drawn: number;
}

/** What a report draws. */
export interface ReportDrawings {
  /** Of the frozen diagnosis. */
  maps: Diagnosis['maps'] | null;
  sites: SitesMap | null;
}

/** The map of a name. */
export const mapNamed = ({ maps }: ReportDrawings, name: string): PrintedMap | null =>
  name === 'need' || name === 'connection' || name === 'gap' ? (maps?.[name] ?? null) : null;
