import type { CopperTable } from '../../diagnosis/diagnosis.ts';
import { closingsBy, HORIZONS, type CopperClosings, type Tally } from '../../domain/copper/closing.ts';
import type { Portrait } from '../../domain/report/portrait.ts';
import { isGroup } from '../../domain/report/wording.ts';
import { formatIsoDate, formatShortDate } from '../../format/date.ts';
import { formatCount, formatNumber, formatPercent } from '../../format/number.ts';
import { keepTogether } from '../../format/typography.ts';
import { cuivre as words } from '../../messages/cuivre.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** Closings by what is left before them, for a group; a commune's are on its cards, `null` then and without a calendar. */
export function copperTable(data: Snapshot, portrait: Portrait, today: string): CopperTable | null {
  const { copper, territory } = portrait;
  if (!copper || !isGroup(territory)) return null;
  const by = closingsBy(copper, today);
  const shown = HORIZONS.filter((horizon) => by[horizon].communes > 0);
  const missing = shown.reduce((sum, horizon) => sum + by[horizon].communes - by[horizon].counted, 0);
  return {
    caption: words.caption(formatIsoDate(today)),
    rows: shown.map((horizon) => ({ label: words.horizons[horizon], ...cells(by[horizon]) })),
    notes: [
      ...(missing > 0 ? [words.notCounted(formatCount(missing, 'commune'))] : []),
      ...premisesNotes(data, copper),
      ...calendarNote(data),
    ].map(keepTogether),
  };
}

function cells({ communes, counted, premises, without }: Tally) {
  const isCounted = counted > 0 && premises > 0;
  return {
    communes: formatNumber(communes),
    premises: isCounted ? formatNumber(premises) : words.noPremises,
    without: isCounted ? formatNumber(without) : words.noPremises,
    share: isCounted ? formatPercent((100 * without) / premises, 1) : words.noPremises,
  };
}

function premisesNotes({ versions }: Snapshot, { from }: CopperClosings): string[] {
  const counted = from.has('counted') ? [words.counted(versions.get('mci-technologies')?.edition ?? '')] : [];
  const instead = from.has('dwellings') ? [from.has('counted') ? words.mixed : words.dwellings] : [];
  return [...counted, ...instead];
}

function calendarNote({ versions }: Snapshot): string[] {
  const version = versions.get('cuivre');
  return version ? [words.calendar(formatShortDate(version.loadedAt))] : [];
}
