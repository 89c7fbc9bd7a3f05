import { keepTogether } from '#lib/format/typography.ts';
import {
  bandSentence,
  populationSentence,
  shareWords,
  shiftSentence,
} from '#lib/domain/compare/evolution-sentences.ts';
import { BAND_LABELS, type BandCount, type BandShift } from '#lib/domain/compare/fibre-bands.ts';
import { sourceNotice, type FigureSource } from '#lib/domain/indicators/source.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatCount } from '#lib/format/number.ts';
import { frenchNumerals } from '#lib/format/numerals.ts';
import { formatName } from '#lib/format/territory.ts';
import { comparer } from '#lib/messages/comparer.ts';
import { readEvolution } from '#lib/server/queries/evolution.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { slugIn } from './names.server.ts';

const words = comparer.evolution;

interface ShiftCell {
  share: number;
  text: string;
}

/** What changed in one territory. */
export interface EvolutionCard {
  slug: string;
  name: string;
  fibre: { text: string; sources: string[] };
  /** The band of a commune then and now, to draw. */
  steps: { before: number | null; after: number | null } | null;
  shift: {
    caption: string;
    rows: { label: string; before: ShiftCell; after: ShiftCell; unknown?: boolean }[];
  } | null;
  population: { text: string; sources: string[] };
}

const titles = (...sources: FigureSource[]): string[] => sources.map((id) => sourceNotice(id).title);

export function evolutionCard(data: Snapshot, territory: Territory): EvolutionCard {
  const evolution = readEvolution(data, territory);
  const name = formatName(territory);
  const fibre =
    evolution.kind === 'commune'
      ? bandSentence(evolution.bands.before, evolution.bands.after, name, frenchNumerals)
      : evolution.kind === 'group'
        ? shiftSentence(evolution.shift, name, frenchNumerals)
        : words.part;
  return {
    slug: slugIn(territory),
    name,
    fibre: { text: keepTogether(fibre), sources: titles('fibre-2018', 'fibre-2026') },
    steps: evolution.kind === 'commune' ? evolution.bands : null,
    shift: evolution.kind === 'group' ? shiftTable(evolution.shift, name) : null,
    population: {
      text: keepTogether(populationSentence(evolution.population, name, frenchNumerals)),
      sources: titles('rp-2018'),
    },
  };
}

function shiftTable(shift: BandShift, name: string): EvolutionCard['shift'] {
  const cell = (count: BandCount | undefined): ShiftCell => {
    const people = count?.people ?? 0;
    const share = shift.people === 0 ? 0 : (100 * people) / shift.people;
    return { share, text: words.people(formatCount(people, 'habitant'), shareWords(share, frenchNumerals)) };
  };
  const rows = BAND_LABELS.map((label, rank) => ({
    label: keepTogether(label),
    before: cell(shift.before[rank]),
    after: cell(shift.after[rank]),
  }));
  const [before, after] = [shift.before.at(-1), shift.after.at(-1)];
  const unknown =
    (before?.communes ?? 0) + (after?.communes ?? 0) > 0
      ? [{ label: words.unknown, before: cell(before), after: cell(after), unknown: true }]
      : [];
  return { caption: keepTogether(words.shift(name)), rows: [...rows, ...unknown] };
}
