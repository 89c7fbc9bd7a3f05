import type { FrozenFigures } from '../diagnosis/frozen-figures.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Block } from './report-document.ts';
import type { ReportVoice } from './report-voice.ts';

/** A sentence of the frozen diagnosis, with the titles of its sources. */
export interface DiagnosisFinding {
  id: string;
  text: string;
  sources: readonly string[];
}

/** What a report is made from. */
export interface ReportInput {
  strategy: Strategy;
  /** Name of the perimeter, empty where it is not known any more. */
  place: string;
  /** Name of the organisation that it belongs to, empty without one. */
  owner: string;
  /** ISO day. */
  day: string;
  /** The last diagnosis that was frozen. */
  diagnosis: {
    figures: FrozenFigures;
    findings: readonly DiagnosisFinding[];
    blocks: readonly Block[];
  } | null;
  names: {
    /** Name of a commune by its code, of a place by its identifier; the key itself where it is not known. */
    commune(code: string): string;
    place(id: string): string;
  };
  /** Whether sites are drawn on a map. */
  hasSites: boolean;
  voice: ReportVoice;
}
