import type { PriorityRow, PrioritySection } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import type { PlaceFilter } from '../../domain/places/filter.ts';
import { reasonsOf } from '../../domain/report/reasons.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { frenchNumerals } from '../../format/numerals.ts';
import { formatCount, formatNumber, formatRank } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { diagnostic } from '../../messages/diagnostic.ts';
import { communeFacts, prioritiesOf } from '../queries/priorities.ts';
import type { Snapshot } from '../queries/snapshot.ts';

const words = diagnostic.priorities;

/** How many communes are named. */
const SHOWN = 10;

/**
 * The first communes of a territory, with reasons; for a commune's page, its own place too. `around` names
 * the territory that they are of, when it is not that of the page.
 */
export async function prioritySection(
  data: Snapshot,
  communes: readonly Territory[],
  own: Territory | null,
  around: string | null,
  filter: PlaceFilter,
): Promise<PrioritySection> {
  const { order, unordered, empty } = await prioritiesOf(data, communes, filter);
  const ownAt = own ? order.findIndex(({ ordinal }) => ordinal === own.ordinal) : -1;
  const shown = order
    .map((priority, at) => ({ priority, at }))
    .filter(({ at }) => at < SHOWN || at === ownAt);
  const facts = await communeFacts(
    data,
    shown.map(({ priority }) => priority.ordinal),
    filter,
  );
  const all = data.territories.all('commune');
  const rows = shown.flatMap(({ priority, at }, index): PriorityRow[] => {
    const commune = all[priority.ordinal];
    const known = facts[index];
    if (!commune || !known) return [];
    return [
      {
        rank: formatNumber(at + 1),
        name: formatName(commune),
        slug: slugOf('commune', commune.code),
        population: formatNumber(commune.population ?? 0),
        reasons: reasonsOf(priority, known, frenchNumerals).map(keepTogether),
        own: at === ownAt,
      },
    ];
  });
  const notes: string[] = [];
  if (own) {
    const count = formatCount(order.length, 'commune');
    notes.push(ownAt < 0 ? words.ownUnknown(own.name) : words.own(own.name, formatRank(ownAt + 1), count));
  }
  if (unordered.length > 0) notes.push(words.unordered(formatCount(unordered.length, 'commune')));
  if (empty.length > 0) notes.push(words.empty(formatCount(empty.length, 'commune')));
  return { title: titleOf(rows.length, around), rows, notes };
}

const titleOf = (count: number, around: string | null): string => {
  if (around !== null) return diagnostic.sections.prioritiesAround(around);
  return count < SHOWN ? diagnostic.sections.priorities : diagnostic.sections.prioritiesFirst;
};
