import type { BODY_KINDS, COST_NATURES } from '../record/item-kind.ts';
import type { Quadrant } from '../model/priorities.ts';
import type { Progress } from '../model/progress.ts';
import type { ActionStatus, ActorRole, FundingStatus, GapKind } from '../model/strategy.ts';
import type { ChapterKey } from './report-document.ts';

/** Tables of a report. */
export type TableKey =
  | 'actors'
  | 'gaps'
  | 'priorities'
  | 'actions'
  | 'costs'
  | 'funding'
  | 'bodies'
  | 'budget'
  | 'funders'
  | 'lines'
  | 'indicators'
  | 'measures'
  | 'editions';

/** Titles of what is said in one line, or in a text. */
export type FactKey =
  | 'owner'
  | 'sponsor'
  | 'pilot'
  | 'team'
  | 'years'
  | 'envelope'
  | 'context'
  | 'aims'
  | 'need'
  | 'public'
  | 'description'
  | 'prerequisites'
  | 'status'
  | 'lead'
  | 'partners'
  | 'calendar'
  | 'answers'
  | 'sites'
  | 'places'
  | 'journal'
  | 'argument'
  | 'followUp'
  | 'revision';

/** How a report speaks: its numbers, days and names of things, given by the caller so that sentences stay pure. */
export interface ReportVoice {
  count(count: number, singular: string, plural?: string): string;
  number(value: number, decimals?: number): string;
  euros(value: number): string;
  day(iso: string): string;
  month(iso: string): string;
  chapters: Readonly<Record<ChapterKey, string>>;
  tables: Readonly<Record<TableKey, { caption: string; columns: Readonly<Record<string, string>> }>>;
  facts: Readonly<Record<FactKey, string>>;
  labels: {
    role: Readonly<Record<ActorRole, string>>;
    gap: Readonly<Record<GapKind, string>>;
    status: Readonly<Record<ActionStatus, string>>;
    funding: Readonly<Record<FundingStatus, string>>;
    nature: Readonly<Record<(typeof COST_NATURES)[number], string>>;
    body: Readonly<Record<(typeof BODY_KINDS)[number], string>>;
    quadrant: Readonly<Record<Quadrant, string>>;
    progress: Readonly<Record<Progress['state'], string>>;
  };
  /** What stands for what is not said. */
  unsaid: string;
  untitled: string;
  /** The strategy as a source of what is written in it. */
  ownSource: string;
  /** What is said where a chapter has nothing yet. */
  empty: Readonly<Partial<Record<ChapterKey, string>>>;
  method: readonly string[];
}
