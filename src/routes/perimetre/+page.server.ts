import { fail, redirect } from '@sveltejs/kit';
import { MAX_PASTED_LENGTH, readPastedCodes } from '#lib/domain/territory/pasted-codes.ts';
import { compactPerimeter } from '#lib/domain/territory/perimeter-compact.ts';
import { resolvePerimeter, type PerimeterToken } from '#lib/domain/territory/perimeter.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { perimetre } from '#lib/messages/perimetre.ts';
import { currentData } from '#lib/server/app.ts';
import { isOversizedForm } from '#lib/server/http/form-size.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import {
  fitsAddress,
  perimeterAddress,
  readPerimeterName,
  readPerimeterTokens,
  readPerimeterView,
} from '#lib/view/perimeter-view.ts';
import { tableIndicators } from './commune-table.server.ts';
import { mapFiles } from '#lib/server/columns/map-files.ts';
import { addressNotices, replacementSentence } from './notices.server.ts';
import { pasteReport, refusedForm } from './paste-report.server.ts';
import { perimeterPage } from './perimeter-page.server.ts';
import { readSettings, writeSettings, type Settings } from './settings.ts';
import type { Actions, PageServerLoad } from './$types';

const PATH = '/perimetre';

export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const { view, malformed, cut } = readPerimeterView(url.searchParams);
  const resolved = resolvePerimeter(view.tokens, data.territories);
  return {
    ownSearch: true,
    perimeter: perimeterPage(data, resolved.communes, {
      name: view.name,
      settings: readSettings((name) => url.searchParams.get(name)),
      notices: addressNotices(resolved, malformed, cut),
    }),
    indicators: tableIndicators(data).map(({ id, theme, label }) => ({ id, theme, label })),
    map: mapFiles(data),
  };
};

/** What every form of the page sends with its own fields. */
interface Held {
  communes: readonly Territory[];
  name: string;
  settings: Settings;
}

const textOf = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
};

const tokensOf = (form: FormData, field: string): PerimeterToken[] =>
  form.getAll(field).flatMap((value) =>
    // The body of a form is bounded already; an address would cut here.
    typeof value === 'string' ? readPerimeterTokens(value, MAX_PASTED_LENGTH).tokens : [],
  );

const heldBy = (form: FormData, data: Snapshot): Held => ({
  communes: resolvePerimeter(tokensOf(form, 'per'), data.territories).communes,
  name: readPerimeterName(textOf(form, 'pn')),
  settings: readSettings((name) => form.get(name)),
});

const addressOf = (tokens: readonly PerimeterToken[], { name, settings }: Held): string | null =>
  fitsAddress(tokens) ? perimeterAddress(PATH, { tokens, name }, writeSettings(settings)) : null;

/** Communes with others added, then some taken out. */
function changed(
  communes: readonly Territory[],
  plus: readonly PerimeterToken[],
  minus: readonly PerimeterToken[],
  data: Snapshot,
): readonly Territory[] {
  const added = resolvePerimeter(plus, data.territories).communes;
  const removed = new Set(resolvePerimeter(minus, data.territories).communes);
  const inside = new Set([...communes, ...added].filter((commune) => !removed.has(commune)));
  return data.territories.all('commune').filter((commune) => inside.has(commune));
}

/** Goes to the address of a perimeter; one that no address can hold is answered as the page itself. */
function show(communes: readonly Territory[], held: Held, data: Snapshot) {
  const address = addressOf(compactPerimeter(communes, data.territories), held);
  if (address !== null) redirect(303, address);
  const { name, settings } = held;
  return {
    perimeter: perimeterPage(data, communes, { name, settings, notices: [perimetre.notices.long] }),
  };
}

/** A form larger than the server takes is refused while it is read. */
async function formOf(request: Request): Promise<FormData | null> {
  if (isOversizedForm(request)) return null;
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

export const actions: Actions = {
  /** Adds (`plus`) and takes out (`moins`) territories. */
  modifier: async ({ request }) => {
    const form = await formOf(request);
    if (!form) return fail(413, { paste: refusedForm() });
    const data = await currentData();
    const held = heldBy(form, data);
    return show(changed(held.communes, tokensOf(form, 'plus'), tokensOf(form, 'moins'), data), held, data);
  },

  /** Adds what was pasted; what is not understood is given back, line by line. */
  coller: async ({ request }) => {
    const form = await formOf(request);
    if (!form) return fail(413, { paste: refusedForm() });
    const data = await currentData();
    const held = heldBy(form, data);
    const text = textOf(form, 'codes');
    const pasted = readPastedCodes(text, data.territories);
    if (pasted.tokens.length === 0) return fail(422, { paste: pasteReport(text, pasted) });
    const resolved = resolvePerimeter(pasted.tokens, data.territories);
    const excluded = pasted.tokens.filter((token) => token.startsWith('-'));
    const communes = changed(
      held.communes,
      pasted.tokens,
      excluded.map((token) => token.slice(1)),
      data,
    );
    const whole = pasted.unread.length === 0 && pasted.stopped === null && resolved.replaced.length === 0;
    if (whole) return show(communes, held, data);
    const address = addressOf(compactPerimeter(communes, data.territories), held);
    const { name, settings } = held;
    const notices = [
      ...resolved.replaced.map(replacementSentence),
      ...(address === null ? [perimetre.notices.long] : []),
    ];
    return fail(422, {
      paste: pasteReport(text, pasted, { address, notices }),
      perimeter: address === null ? perimeterPage(data, communes, { name, settings, notices }) : undefined,
    });
  },
};
