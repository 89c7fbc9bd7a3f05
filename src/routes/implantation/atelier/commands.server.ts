import {
  HELPERS,
  HOURS,
  MOST_EDITS,
  pointAt,
  withPlace,
  withSite,
  withSiteChanged,
  type HandEdits,
  type Spot,
} from '#lib/domain/siting/hand/edits.ts';
import { searchIndexOf } from '#lib/domain/territory/search.ts';
import { formatNumber } from '#lib/format/number.ts';
import { atelier } from '#lib/messages/atelier.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { readAmount } from '#lib/view/edit-grammar.ts';
import { handAddress, type HandView } from '#lib/view/hand-view.ts';
import { momentOfWord } from '#lib/view/place-criteria.ts';
import { COMMAND, DOINGS } from './command-fields.ts';

/** What a form came to: a scenario changed, communes to choose from, or why nothing changed. */
export type Obeyed =
  | { kind: 'changed'; view: HandView }
  | { kind: 'choice'; title: string; options: { label: string; href: string }[]; typed: Typed }
  | { kind: 'complaint'; sentences: string[]; typed: Typed };

/** What was typed in a form that changed nothing, to be typed on from. */
export interface Typed {
  /** Which form: « ajouter », « regler-2 », « changer-ID ». */
  form: string;
  where: string;
  hours: string;
  helpers: string;
}

type Stand = Exclude<Spot, { kind: 'place' }>;

/** Communes offered when a text may be several. */
const OFFERED = 6;

const most = formatNumber(MOST_EDITS);

/** Does what a form asks; `null` when it asks nothing. */
export function obey(data: Snapshot, view: HandView, parameters: URLSearchParams): Obeyed | null {
  const field = (name: keyof typeof COMMAND): string => (parameters.get(COMMAND[name]) ?? '').trim();
  const [asked, where] = [field('what'), field('where')];
  const about =
    asked === DOINGS.site ? `-${field('site')}` : asked === DOINGS.place ? `-${field('place')}` : '';
  const typed = { form: `${asked}${about}`, where, hours: field('hours'), helpers: field('helpers') };
  const complain = (...sentences: string[]): Obeyed => ({ kind: 'complaint', sentences, typed });
  const stand = (edits: HandEdits, put: (edits: HandEdits, at: Stand) => HandEdits): Obeyed =>
    where === ''
      ? { kind: 'changed', view: { ...view, edits } }
      : standing(data, typed, (at) => ({ ...view, edits: put(edits, at) }));

  if (asked === DOINGS.add) {
    if (where === '') return null;
    if (view.edits.added.length >= MOST_EDITS) return complain(atelier.map.full(most));
    return stand(view.edits, (edits, at) => withSite(edits, { where: at, hours: null, helpers: null }));
  }
  if (asked !== DOINGS.site && asked !== DOINGS.place) return null;
  const hours = amount(field('hours'), HOURS);
  const helpers = amount(field('helpers'), HELPERS);
  if (hours === undefined || helpers === undefined)
    return complain(
      ...(hours === undefined ? [atelier.sites.badHours] : []),
      ...(helpers === undefined ? [atelier.sites.badHelpers] : []),
    );
  if (asked === DOINGS.site) {
    const rank = Number(field('site')) - 1;
    return stand(withSiteChanged(view.edits, rank, { hours, helpers }), (edits, at) =>
      withSiteChanged(edits, rank, { where: at }),
    );
  }
  const id = field('place');
  if (id === '') return null;
  const moments = parameters.getAll(COMMAND.moment).flatMap((word) => momentOfWord(word) ?? []);
  const isNew = view.edits.places.every((one) => one.id !== id);
  if (isNew && view.edits.places.length >= MOST_EDITS) return complain(atelier.map.fullPlaces(most));
  return stand(withPlace(view.edits, id, { hours, helpers, moments: [...new Set(moments)] }), (edits, at) =>
    withPlace(edits, id, { moved: at }),
  );
}

/** A number as a person writes it, comma or dot; `null` for nothing, `undefined` for what is out of bounds. */
const amount = (text: string, bounds: { least: number; most: number }): number | null | undefined =>
  text === '' ? null : readAmount(text.replace(',', '.'), bounds);

/** Puts something where a text says, asking which commune when it may be several. */
function standing(data: Snapshot, typed: Typed, put: (at: Stand) => HandView): Obeyed {
  const text = typed.where;
  const point = pointOf(text);
  if (point) return { kind: 'changed', view: put(point) };
  const found = searchIndexOf(data.territories)
    .search(text, 4 * OFFERED)
    .matches.filter(({ level }) => level === 'commune');
  const [first] = found;
  if (!first) return { kind: 'complaint', sentences: [atelier.sites.unknown(text)], typed };
  const isSure = found.length === 1 || first.via === 'code' || first.via === 'former-code';
  const at = (code: string): HandView => put({ kind: 'commune', code });
  if (isSure) return { kind: 'changed', view: at(first.code) };
  return {
    kind: 'choice',
    title: atelier.sites.choose(text),
    typed,
    options: found.slice(0, OFFERED).map(({ name, code, departementCode }) => ({
      label: `${name} (${departementCode ?? code})`,
      href: handAddress(at(code)),
    })),
  };
}

/** Mainland France, degrees: latitude written first is put right there, where the two cannot be taken for each other. */
const MAINLAND = { lon: [-6, 10], lat: [41, 52] } as const;

const isBetween = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most;

/** « 5.72 45.18 », « 5,72 ; 45,18 »: a point, longitude first; `null` for anything else. */
function pointOf(text: string): Stand | null {
  const [, one = '', other = ''] = /^(-?\d+(?:[.,]\d+)?)\s*[;,\s]\s*(-?\d+(?:[.,]\d+)?)$/.exec(text) ?? [];
  if (one === '' || !/[.,]/.test(one + other)) return null;
  const [a, b] = [Number(one.replace(',', '.')), Number(other.replace(',', '.'))];
  const [lon, lat] = isBetween(a, MAINLAND.lat) && isBetween(b, MAINLAND.lon) ? [b, a] : [a, b];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? pointAt(lon, lat) : null;
}
