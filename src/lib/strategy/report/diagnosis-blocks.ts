import type { Diagnosis, PrintedMap } from '../../diagnosis/diagnosis.ts';
import type { Block } from '../../domain/strategy/report/report-document.ts';
import { diagnostic as words } from '../../messages/diagnostic.ts';
import { rapport } from '../../messages/rapport.ts';
import { comparisonOf, distanceOf, firstCommunesOf, outOfReachOf, servicesOf } from './diagnosis-tables.ts';

/** The maps of a diagnosis, by the name that a report has for each. */
export const MAP_NAMES = ['need', 'connection', 'gap'] as const;

const TITLES = { need: words.maps.need, connection: words.maps.connection, gap: words.maps.gap } as const;

/** The parts of a frozen diagnosis under its findings: tables, maps, reservations. `day` is an ISO day. */
export function diagnosisParts(diagnosis: Diagnosis, day: string): Block[] {
  const { sections } = words;
  const { need, own, connection, gap, places, maps, method, ownDistance, context } = diagnosis;
  return [
    ...part('besoin', sections.need, [
      ...comparisonOf('frozen-need', need, day),
      ...notesOf(need.notes),
      ...(own ? [...comparisonOf('frozen-own', own, day), ...notesOf(own.notes)] : []),
      drawn('need', maps.need),
    ]),
    ...part('connexion', sections.connection, [
      ...comparisonOf('frozen-connection', connection, day),
      ...notesOf(connection.notes),
      drawn('connection', maps.connection),
    ]),
    ...part('lieux', sections.places, [
      ...notesOf([
        diagnosis.counted,
        places.count === 0 ? words.places.none : `${places.total} : ${words.places.byKind(places.kinds)}`,
      ]),
      ...servicesOf(diagnosis, day),
    ]),
    ...part('eloignement', sections.gap, [
      ...notesOf([
        ...(ownDistance === null ? [] : [ownDistance]),
        words.gap.intro,
        ...(context === null ? [] : [words.gap.around(context)]),
      ]),
      ...distanceOf(diagnosis, day),
      ...notesOf(gap.notes),
      drawn('gap', maps.gap),
      ...outOfReachOf(diagnosis, day),
    ]),
    ...part('communes', sections.priorities, [
      ...firstCommunesOf(diagnosis, day),
      ...notesOf([...diagnosis.priorities.notes, words.priorities.rule]),
    ]),
    ...part('formules', words.method.figures, [{ is: 'list', title: '', items: method.formulas }]),
  ];
}

const part = (anchor: string, text: string, blocks: Block[]): Block[] => [
  { is: 'heading', text, anchor: `diagnostic-${anchor}`, isSheet: false },
  ...blocks,
];

const notesOf = (notes: readonly string[]): Block[] => notes.map((text) => ({ is: 'note', text }));

/** A map; where there was nothing to draw, that is said. */
const drawn = (name: (typeof MAP_NAMES)[number], map: PrintedMap | null): Block =>
  map ? { is: 'map', name } : { is: 'note', text: rapport.drawings.noFigure(TITLES[name]) };
