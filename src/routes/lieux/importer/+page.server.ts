import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, redirect } from '@sveltejs/kit';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { appDatabase, dataChanged, intakeContext, intakeDesk, mayWrite } from '#lib/server/app.ts';
import { MAX_FILE_BYTES } from '#lib/server/intake/limits.ts';
import { undoImport } from '#lib/server/places/import-list.ts';
import { readImports, readLists, type ListChoice } from '#lib/server/places/lists.ts';
import type { Actions, PageServerLoad } from './$types';

const words = gestion.intake;

/** Longest name of a list. */
const MAX_NAME = 120;

/** Where an import starts, and the imports before it. */
export const load: PageServerLoad = async (event) => {
  if (!mayWrite(event)) return { writes: false, lists: [], imports: [] };
  const database = appDatabase();
  return {
    writes: true,
    lists: (await readLists(database)).map(({ id, name }) => ({ id, name })),
    imports: (await readImports(database)).map(({ import: one, list }) => ({
      id: one.id,
      at: one.at,
      list: list.name,
      file: one.file,
      counts: [one.created, one.updated, one.unchanged, one.refused],
      undoneAt: one.undoneAt,
    })),
  };
};

function listOf(form: FormData): ListChoice | string {
  const chosen = String(form.get('liste') ?? '');
  const name = String(form.get('nom') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME);
  if (/^\d+$/.test(chosen)) return { id: Number(chosen), name: '', shared: false };
  return name === '' ? words.noName : { id: null, name, shared: form.get('partage') === 'on' };
}

export const actions: Actions = {
  send: async (event) => {
    if (!mayWrite(event)) return fail(403, { problem: gestion.single.refused });
    const form = await event.request.formData();
    const file = form.get('fichier');
    if (!(file instanceof File) || file.size === 0) return fail(400, { problem: words.noFile });
    if (file.size > MAX_FILE_BYTES) return fail(413, { problem: words.tooBig });
    const list = listOf(form);
    if (typeof list === 'string') return fail(400, { problem: list });
    const folder = await mkdtemp(join(tmpdir(), 'maillage-import-'));
    const path = join(folder, 'fichier');
    await writeFile(path, file.stream());
    const job = await intakeDesk.open(intakeContext(), path, file.name, list);
    if (!job) return fail(429, { problem: words.tooMany });
    redirect(303, `/lieux/importer/${job.token}`);
  },
  undo: async (event) => {
    if (!mayWrite(event)) return fail(403, { problem: gestion.single.refused });
    const id = Number((await event.request.formData()).get('import'));
    if (!Number.isInteger(id)) return fail(400, { problem: words.history.already });
    const undone = await undoImport(appDatabase(), id, { now: new Date(), owner: null });
    if (!undone) return fail(409, { problem: words.history.already });
    await dataChanged();
    const kept = undone.kept > 0 ? words.history.keptSince(formatNumber(undone.kept)) : '';
    return { undone: words.history.undoneNow(formatCount(undone.restored, words.history.record), kept) };
  },
};
