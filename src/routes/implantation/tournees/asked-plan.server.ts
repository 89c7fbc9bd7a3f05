import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { tournees } from '#lib/messages/tournees.ts';
import { currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { readRoundsView } from '#lib/view/rounds-view.ts';
import { excessOf, firstRounds, plannedRounds, questionOf } from './asked.server.ts';

/** The rounds of a file: those of the address, or the first found. Throws the error of a page where there are none. */
export async function askedRounds(url: URL) {
  const data = await currentData();
  const { view } = readRoundsView(url.searchParams);
  const territory = askedTerritory(data, view.within).territory ?? error(404, ecarts.empty.places);
  const excess = excessOf(data, view, territory);
  if (excess !== null) error(400, excess);
  const today = isoDay(new Date());
  const question = questionOf(data, view, territory, today);
  const planned = plannedRounds(data, question);
  if (!planned && view.plan) error(400, tournees.export.noPlan);
  return { data, question, today, rounds: planned ?? (await firstRounds(data, question)) };
}
