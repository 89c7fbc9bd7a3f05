import { findIndicator } from '#lib/domain/indicators/catalogue.ts';
import { indices } from '#lib/messages/indices.ts';
import { method } from '#lib/messages/method.ts';
import { ifnChecks, type IndexCheck, type PartCheck } from '#lib/server/queries/ifn-checks.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** A correlation and how many territories it is of; `null` where it cannot be computed. */
interface Cell {
  spearman: number | null;
  n: number;
}

export interface TotalsRow {
  index: string;
  commune: Cell;
  allKnown: Cell;
  epci: Cell | null;
}

export interface PartRow extends Cell {
  part: string;
  against: string;
}

/** What the section on the IFN shows; no rows where it is not loaded. */
export interface IfnSection {
  totals: TotalsRow[];
  parts: PartRow[];
  demonstration: boolean;
}

export function ifnSection(data: Snapshot): IfnSection {
  const checks = ifnChecks(data);
  const parts = new Map(checks.flatMap((check) => check.parts.map((part) => [part.indicator, part])));
  return {
    totals: checks.map(totalsRow),
    parts: [...parts.values()].flatMap(partRows),
    demonstration: data.demonstration,
  };
}

const totalsRow = ({ preset, commune, communeAllKnown, epci }: IndexCheck): TotalsRow => ({
  index: indices.presets[preset]?.label ?? preset,
  commune: cellOf(commune),
  allKnown: cellOf(communeAllKnown),
  epci: epci && cellOf(epci),
});

function partRows({ indicator, against, all, split }: PartCheck): PartRow[] {
  const words = method.ifn.parts;
  const label = findIndicator(indicator)?.label ?? indicator;
  const score = findIndicator(against)?.label ?? against;
  if (!split) return [{ part: label, against: score, ...cellOf(all) }];
  return [
    { part: words.published(label), against: score, ...cellOf(split.published) },
    { part: words.estimated(label), against: score, ...cellOf(split.estimated) },
  ];
}

const cellOf = ({ spearman, n }: Cell): Cell => ({ spearman, n });
