import { compactPerimeter } from '#lib/domain/territory/perimeter-compact.ts';
import type { PerimeterToken } from '#lib/domain/territory/perimeter.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { perimetre } from '#lib/messages/perimetre.ts';
import { readPerimeter, type PerimeterPortrait } from '#lib/server/queries/perimeter.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { communeTable } from './commune-table.server.ts';
import { figureThemes } from './figure-cards.server.ts';
import { holdingsOf } from './holdings.server.ts';
import type { Settings } from './settings.ts';
import type { Bounds, PerimeterPage, PerimeterResult } from './page-data.ts';

const words = perimetre.result;

/** Everything that the page says of some communes. */
export function perimeterPage(
  data: Snapshot,
  communes: readonly Territory[],
  { name, settings, notices }: { name: string; settings: Settings; notices: string[] },
): PerimeterPage {
  const tokens: PerimeterToken[] = compactPerimeter(communes, data.territories);
  const portrait = readPerimeter(data, communes, settings.estimates);
  const people = formatNumber(portrait.population);
  return {
    tokens,
    name,
    settings,
    notices,
    holdings: holdingsOf(tokens, data.territories),
    communes: communes.length,
    sentence: keepTogether(perimetre.holds.count(communes.length, formatNumber(communes.length), people)),
    runs: runsOf(communes),
    bounds: boundsOf(communes),
    result: communes.length === 0 ? null : resultOf(data, communes, portrait, settings),
  };
}

function resultOf(
  data: Snapshot,
  communes: readonly Territory[],
  portrait: PerimeterPortrait,
  settings: Settings,
): PerimeterResult {
  const { same, parents, populationUnknown } = portrait;
  const notes: string[] = [];
  if (portrait.communes === 1) notes.push(words.one);
  else if (same) notes.push(words.same(formatName(same)));
  if (communes.some(({ zone }) => zone === 'com')) notes.push(words.collectivity);
  if (populationUnknown > 0)
    notes.push(
      `${words.populationUnknown(perimetre.communes(populationUnknown, formatNumber(populationUnknown)))}.`,
    );
  const names = parents.map(({ name }) => name);
  return {
    estimated: portrait.estimated,
    summary: words.summary(
      portrait.communes,
      formatNumber(portrait.communes),
      formatNumber(portrait.population),
    ),
    notes: notes.map(keepTogether),
    same: same && { name: formatName(same), slug: slugOf(same.level, same.code) },
    compared: names.length === 0 ? '' : keepTogether(words.comparedWith(names.join(', '))),
    ...figureThemes(portrait, communes),
    table: communeTable(data, communes, settings),
  };
}

/** Places of communes as runs: a région is a few of them, where a list would be thousands. */
export function runsOf(communes: readonly { ordinal: number }[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const { ordinal } of communes) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === ordinal) last[1]++;
    else runs.push([ordinal, 1]);
  }
  return runs;
}

function boundsOf(communes: readonly Territory[]): Bounds | null {
  const boxes = communes.flatMap(({ bbox }) => (bbox ? [bbox] : []));
  if (boxes.length === 0) return null;
  const edge = (at: 0 | 1 | 2 | 3, pick: (a: number, b: number) => number): number =>
    boxes.reduce((end, box) => pick(end, box[at]), boxes[0]?.[at] as number);
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}
