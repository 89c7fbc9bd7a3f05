import { keepTogether } from '#lib/format/typography.ts';
import { lieux } from '#lib/messages/lieux.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { PlacesView } from '#lib/view/places-view.ts';
import {
  readPlacesView,
  unknownPlaceParameters,
  type IgnoredPlaceParameter,
} from '#lib/view/read-places-view.ts';

const words = lieux.ignored;

/** More are not read by anybody. */
const MOST_NOTICES = 8;
/** A longer value is cut where it is quoted. */
const MOST_CHARACTERS = 60;

const sentenceOf = ({ parameter, value }: IgnoredPlaceParameter): string => {
  const quoted = value.slice(0, MOST_CHARACTERS);
  return parameter === 'unknown' ? words.unknown(quoted) : words.value(words.parameters[parameter], quoted);
};

/** The view of an address over what is loaded, and a sentence for each thing that was not followed. */
export function followView(
  data: Snapshot,
  parameters: URLSearchParams,
): { view: PlacesView; notices: string[] } {
  const { view, ignored } = readPlacesView(parameters);
  const notices = [...ignored, ...unknownPlaceParameters(parameters)].map(sentenceOf);
  const followed = { ...view };
  if (view.within !== null && !data.territories.bySlug(view.within)) {
    const former = data.territories.successor(view.within);
    followed.within = former?.code ?? null;
    if (!former) notices.push(words.unknownTerritory(view.within));
  }
  return { view: followed, notices: notices.slice(0, MOST_NOTICES).map(keepTogether) };
}
