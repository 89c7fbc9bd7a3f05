import { costOf } from '../../domain/siting/hand/cost.ts';
import { handFigures, type HandFigures } from '../../domain/siting/hand/figures.ts';
import type { HandFrame } from '../../domain/siting/hand/hand-frame.ts';
import { problemsOf, type HandProblem } from '../../domain/siting/hand/problems.ts';
import { SpotFinder, type Located } from '../../domain/siting/hand/whereabouts.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatName } from '../../format/territory.ts';
import type { Database } from '../db/client.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { locateEdits } from './locate-points.ts';
import { writeSpot } from '../../view/edit-grammar.ts';
import { writeHandView, type HandView } from '../../view/hand-view.ts';
import { askedOf, pricesOf } from '../../siting/hand-asked.ts';
import { handFrameOf } from './hand-frames.ts';
import { namedIn, type SpotNames } from '../../siting/spot-names.ts';

/** All that is said of a scenario. */
export interface HandAnswer {
  frame: HandFrame;
  finder: SpotFinder;
  figures: HandFigures;
  cost: number;
  problems: HandProblem[];
  located: Located;
  names: SpotNames;
}

/** Answers a scenario about a territory, once while the data stay. `today` is an ISO day. */
export const handAnswer = (
  data: Snapshot,
  database: Pick<Database, 'query'>,
  view: HandView,
  territory: Territory,
  today: string,
): Promise<HandAnswer> =>
  remember(
    data,
    'hand-answer',
    `${writeHandView(view)}/${today}`,
    () => answer(data, database, view, territory, today),
    16,
  );

async function answer(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  view: HandView,
  territory: Territory,
  today: string,
): Promise<HandAnswer> {
  const { edits } = view;
  const frame = handFrameOf(data, view.question, territory, today);
  const located = await locateEdits(data, database, edits);
  const finder = new SpotFinder(frame);
  const names = namesOf(data, view, located);
  const asked = askedOf(view, located);
  return {
    frame,
    finder,
    figures: handFigures(frame, asked, finder),
    cost: costOf(frame, asked, pricesOf(view), finder),
    problems: problemsOf(frame, edits, located, finder, (spot) => writeSpot(spot) in names),
    located,
    names,
  };
}

/** Names of what a scenario speaks of, wherever it is; what is not known has none. */
function namesOf(data: Snapshot, { edits }: HandView, located: Located): SpotNames {
  const names: Record<string, string> = {};
  const wanted = new Set(edits.places.map(({ id }) => id));
  const codes = Object.values(located).filter((code) => code !== null);
  for (const spot of namedIn(edits)) {
    if (spot.kind === 'place') wanted.add(spot.id);
    if (spot.kind === 'commune') codes.push(spot.code);
  }
  for (const code of codes) {
    const commune = data.territories.get('commune', code);
    if (commune) names[code] = formatName(commune);
  }
  for (const { id, name } of wanted.size > 0 ? data.places : [])
    if (wanted.has(id)) names[writeSpot({ kind: 'place', id })] = name;
  return names;
}
