import { enumerate } from '../../report/wording.ts';
import type { Block, Passage, ReportCell, ReportColumn, ReportTable } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import type { FactKey, ReportVoice, TableKey } from './report-voice.ts';

/** A sentence about what the strategy itself says, as it stands. */
export const ownPassage = ({ voice, day }: ReportInput, key: string, generated: string): Passage => ({
  is: 'passage',
  key,
  generated,
  sources: [voice.ownSource],
  day,
  edit: null,
});

/** A text of the strategy; nothing where nothing is written. */
export const proseOf = (voice: ReportVoice, fact: FactKey | null, text: string): Block[] =>
  text === '' ? [] : [{ is: 'prose', title: fact === null ? '' : voice.facts[fact], text }];

/** Facts in a line each, those that are not said left out. */
export function factsOf(voice: ReportVoice, facts: readonly [FactKey, string][]): Block[] {
  const said = facts.filter(([, text]) => text !== '');
  if (said.length === 0) return [];
  return [{ is: 'facts', facts: said.map(([fact, text]) => ({ label: voice.facts[fact], text })) }];
}

/** What a column holds, where it is not text. */
type ColumnKind = readonly [key: string, kind?: ReportColumn['kind'], unit?: string, decimals?: number];

/** A table of the strategy; nothing without rows. */
export function tableOf(
  { voice, day }: ReportInput,
  key: TableKey,
  columns: readonly ColumnKind[],
  rows: readonly ReportCell[][],
  caption: string = voice.tables[key].caption,
): ReportTable[] {
  if (rows.length === 0) return [];
  return [
    {
      is: 'table',
      key,
      caption,
      columns: columns.map(([name, kind = 'text', unit = '', decimals = 0]) => ({
        key: name,
        label: voice.tables[key].columns[name] ?? name,
        kind,
        unit,
        decimals,
      })),
      rows: rows.map((row) => [...row]),
      sources: [voice.ownSource],
      day,
    },
  ];
}

/** A text of a cell, `null` where nothing is said. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** « de 2027 à 2029 », « en 2027 », « depuis 2027 »; empty when no year is said. */
export function yearsOf(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : `jusqu’en ${to}`;
  if (to === null) return `à partir de ${from}`;
  return from === to ? `en ${from}` : `de ${from} à ${to}`;
}

/** « 3 partenaires, 1 financeur et 2 relais »: how many of each, those there are none of left out. */
export const tallied = (counts: readonly (readonly [count: number, words: string])[]): string =>
  enumerate(counts.filter(([count]) => count > 0).map(([, words]) => words));
