import { fail } from '@sveltejs/kit';
import { passagesOf } from '#lib/domain/strategy/report/report-document.ts';
import { rapport as words } from '#lib/messages/rapport.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { gatherReport } from '#lib/server/reports/gather-report.ts';
import { reportPrinter } from '#lib/server/reports/print/report-printer.ts';
import { writePassage, type WrittenPassage } from '#lib/server/strategies/write-passage.ts';
import { askStrategy, openStrategy } from '#lib/server/strategy-guard.ts';
import { headingOf } from '../heading.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event);
  const data = await currentData();
  const { report, drawings, broken, demonstration } = await gatherReport(
    data,
    appDatabase(),
    opened.kept,
    new Date(),
  );
  return {
    heading: headingOf(opened, data),
    report,
    drawings,
    demonstration,
    broken,
    canPrint: reportPrinter() !== null,
  };
};

/** What came of a passage that was sent: what was typed comes back where it was not kept. */
interface Sent {
  key: string;
  typed: string;
  problem: string;
  /** What somebody else wrote meanwhile. */
  theirs: string | null;
}

export const actions: Actions = {
  ecrire: async (event) => {
    const passage = await readPassage(event);
    if (passage.text.trim() === '') return refused(422, passage, words.edit.empty);
    return write(event, passage);
  },
  revenir: async (event) => {
    const passage = await readPassage(event);
    return write(event, { ...passage, text: '', basis: '' });
  },
};

async function readPassage({ request }: RequestEvent): Promise<WrittenPassage> {
  const form = await request.formData();
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { key: text('passage'), was: text('avant'), text: text('texte'), basis: text('chiffres') };
}

const refused = (
  status: number,
  { key, text }: WrittenPassage,
  problem: string,
  theirs: string | null = null,
) => fail(status, { sent: { key, typed: text, problem, theirs } satisfies Sent });

async function write(event: RequestEvent, passage: WrittenPassage) {
  const asked = await askStrategy(event, 'editor');
  if (!('kept' in asked)) return refused(asked.status === 303 ? 401 : asked.status, passage, asked.problem);
  const { kept, hand } = asked;
  const { report } = await gatherReport(await currentData(), appDatabase(), kept, new Date());
  const isThere = passagesOf(report).some(({ key }) => key === passage.key);
  if (!isThere) return refused(404, passage, words.edit.unknown);
  const outcome = await writePassage(appDatabase(), hand, kept.id, passage);
  switch (outcome.became) {
    case 'saved':
    case 'same':
      return {
        saved: { key: passage.key, text: passage.text === '' ? words.edit.restored : words.edit.saved },
      };
    case 'conflict':
      return refused(409, passage, words.edit.conflict(outcome.by), outcome.value);
    case 'fault':
      return refused(422, passage, outcome.fault.fault === 'long' ? words.edit.long : words.edit.refused);
    case 'gone':
      return refused(404, passage, words.edit.refused);
  }
}
