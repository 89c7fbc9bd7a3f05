import { error, fail } from '@sveltejs/kit';
import { CommuneFinder } from '#lib/domain/places/locate.ts';
import { checkRows } from '#lib/domain/places/intake/check-rows.ts';
import { FIELD_LABELS, type IntakeField } from '#lib/domain/places/intake/fields.ts';
import { FORM_FIELDS, FORM_SEPARATOR, formValues, withUnasked } from '#lib/domain/places/form-fields.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { readStops, writeStops } from '#lib/domain/places/stops.ts';
import { isoDay } from '#lib/format/date.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { appDatabase, currentData, dataChanged, identityProvider } from '#lib/server/app.ts';
import { closedTo, handOfVisitor, refusal } from '#lib/server/guard.ts';
import { correctPlace, createPlace, dropCorrection, mayChange } from '#lib/server/places/by-hand.ts';
import { ordinaryWeek } from '#lib/server/places/ordinary-week.ts';
import { signInWithin, WITHIN } from '#lib/server/sign-in-within.ts';
import { readPlace } from '#lib/server/queries/places/places.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const words = gestion.entry;

/** The field of stops, that no table has. */
const STOPS = 'arrets';

/** The place that the address names; `null` for a new one. */
async function placeOf(url: URL): Promise<Place | null> {
  const id = url.searchParams.get('id');
  if (id === null) return null;
  return (await readPlace(appDatabase(), id)) ?? error(404, words.unknown);
}

/** The form of a place: empty, or as it stands. */
export const load: PageServerLoad = async (event) => {
  const place = await placeOf(event.url);
  return {
    closed: await closedTo(event, 'write-places'),
    provider: identityProvider()?.name ?? null,
    place: place && {
      id: place.id,
      name: place.name,
      closed: place.closed,
      byHand: place.sources.includes('saisie'),
    },
    values: place ? formValues(place) : {},
    stops: place ? writeStops(place.stops, communeName(await currentData())) : '',
  };
};

/** « 38190 Froges » of a code. */
const communeName =
  ({ territories }: Snapshot) =>
  (code: string): string => {
    const commune = territories.get('commune', code);
    return commune ? `${commune.postcodes[0] ?? ''} ${commune.name}`.trim() : code;
  };

interface Typed {
  values: Partial<Record<IntakeField, string>>;
  /** Stops as typed. */
  stops: string;
  place: Place | null;
  problems: { field: string; label: string; severity: string; message: string }[];
}

/** What was typed, checked by the rules of the intake. */
async function typedIn(form: FormData): Promise<Typed> {
  const values = Object.fromEntries(
    FORM_FIELDS.map(({ field }) => [field, form.getAll(field).map(String).join(FORM_SEPARATOR)]),
  ) as Typed['values'];
  const data = await currentData();
  const finder = new CommuneFinder(data.territories);
  const stops = String(form.get(STOPS) ?? '');
  const read = readStops(stops, finder);
  const [checked] = checkRows({
    headings: FORM_FIELDS.map(({ field }) => field),
    mapping: FORM_FIELDS.map(({ field }) => field),
    rows: [FORM_FIELDS.map(({ field }) => values[field] ?? '')],
    lines: [1],
    finder,
    today: isoDay(new Date()),
    listSource: 'saisie',
  });
  const place = checked?.place ?? null;
  if (place?.hours) place.week = ordinaryWeek(place.hours);
  if (place) place.stops = read.stops;
  return {
    values,
    stops,
    place,
    problems: [
      ...(checked?.problems ?? []).map(({ field, severity, message }) => ({
        field: field as string,
        label: FIELD_LABELS[field],
        severity,
        message,
      })),
      ...read.problems.map((message) => ({ field: STOPS, label: words.stops, severity: 'warning', message })),
    ],
  };
}

/** The place that a button is about, with the hand that may change it; or the refusal. */
async function toChange(event: RequestEvent) {
  const hand = await handOfVisitor(event);
  const refused = await refusal(event, 'write-places');
  if (refused) return { before: null, hand, ...refused };
  const before = await placeOf(event.url);
  if (!before) return { before, hand, status: 404, problem: words.unknown };
  return (await mayChange(appDatabase(), before.id, hand))
    ? { before, hand, status: 200, problem: '' }
    : { before: null, hand, status: 403, problem: comptes.refused.others };
}

export const actions: Actions = {
  save: async (event) => {
    const before = await placeOf(event.url);
    const form = await event.request.formData();
    const { values, stops, place, problems } = await typedIn(form);
    const typed = { values, stops, signIn: undefined as { email: string } | undefined };
    const unsigned = await signInWithin(event, form);
    const refused = await refusal(event, 'write-places');
    if (refused?.status === 401) {
      const problem = unsigned ?? comptes.refused.keptExpired;
      const signIn = { email: String(form.get(WITHIN.email) ?? '') };
      return fail(401, { ...typed, problem, problems: [], signIn });
    }
    if (refused) return fail(refused.status, { ...typed, problem: refused.problem, problems: [] });
    if (!place) return fail(422, { ...typed, problem: words.refused, problems });
    const hand = await handOfVisitor(event);
    if (before && !(await mayChange(appDatabase(), before.id, hand)))
      return fail(403, { ...typed, problem: comptes.refused.others, problems: [] });
    const saved = before
      ? await correctPlace(appDatabase(), before.id, withUnasked(place, before), hand)
      : await createPlace(appDatabase(), place, hand);
    if (!saved) return fail(409, { ...typed, problem: words.unknown, problems });
    await dataChanged();
    return { saved: { id: saved.id, name: saved.name }, values: formValues(saved), stops, problems };
  },
  close: async (event) => {
    const { before, hand, ...refused } = await toChange(event);
    if (!before) return fail(refused.status, { problem: refused.problem });
    const closed = before.closed === null ? isoDay(hand.now) : null;
    const saved = await correctPlace(appDatabase(), before.id, { ...before, closed }, hand);
    if (!saved) return fail(409, { problem: words.unknown });
    await dataChanged();
    return { saved: { id: saved.id, name: saved.name } };
  },
  drop: async (event) => {
    const { before, hand, ...refused } = await toChange(event);
    if (!before) return fail(refused.status, { problem: refused.problem });
    await dropCorrection(appDatabase(), before.id, hand);
    await dataChanged();
    const after = await readPlace(appDatabase(), before.id);
    return after
      ? { saved: { id: after.id, name: after.name }, values: formValues(after) }
      : { removed: before.name };
  },
};
