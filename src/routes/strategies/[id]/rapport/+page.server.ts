import { error, fail } from '@sveltejs/kit';
import { passagesOf } from '#lib/domain/strategy/report/report-document.ts';
import { rapport as words } from '#lib/messages/rapport.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { gatherReport } from '#lib/server/reports/gather-report.ts';
import { reportPrinter } from '#lib/server/reports/print/report-printer.ts';
import { signInWithin } from '#lib/server/sign-in-within.ts';
import { writePassage, type WrittenPassage } from '#lib/server/strategies/write-passage.ts';
import { askStrategy, openStrategy } from '#lib/server/strategy-guard.ts';
import { newName } from '#lib/strategy/field-names.ts';
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
    const form = await event.request.formData();
    return write(event, form, readPassage(form), (text) => text.trim() !== '');
  },
  revenir: async (event) => {
    const form = await event.request.formData();
    return write(event, form, { ...readPassage(form), text: '', basis: '' });
  },
};

function readPassage(form: FormData): WrittenPassage {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { key: text('passage'), was: text('avant'), text: text(newName('text')), basis: text('chiffres') };
}

const refused = (
  status: number,
  { key, text }: WrittenPassage,
  problem: string,
  theirs: string | null = null,
) => fail(status, { sent: { key, typed: text, problem, theirs } satisfies Sent });

async function write(
  event: RequestEvent,
  form: FormData,
  passage: WrittenPassage,
  isWritten: (text: string) => boolean = () => true,
) {
  const unsigned = await signInWithin(event, form);
  const asked = await askStrategy(event, 'editor');
  if (!('kept' in asked)) {
    const problem = unsigned ?? asked.problem;
    // The page itself is closed to who must sign in again: what was typed comes back with a password to give.
    if (asked.status === 303 || asked.status === 401) error(401, { message: problem, typed: typedIn(form) });
    return refused(asked.status, passage, problem);
  }
  if (!isWritten(passage.text)) return refused(422, passage, words.edit.empty);
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

/** Everything of a form but its password, to be sent once more. */
const typedIn = (form: FormData): [string, string][] =>
  [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('compte-') ? [[name, value]] : [],
  );
