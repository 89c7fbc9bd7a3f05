import { planOfRounds } from '#lib/domain/siting/rounds/rounding.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { currentData } from '#lib/server/app.ts';
import { formChoices } from '#lib/server/gaps/form-choices.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { groupText } from '#lib/server/gaps/words.ts';
import { siteSheet } from '#lib/server/siting/sheets.ts';
import { readRoundsView } from '#lib/view/rounds-view.ts';
import { typedCodes } from '#lib/view/siting-view.ts';
import { firstRounds, frameOf, excessOf, plannedRounds, questionOf } from './asked.server.ts';
import { layoutOf } from './map-layout.server.ts';
import { noticesOf, questionNotices } from './notices.server.ts';
import type { PageServerLoad } from './$types';

/** Where teams stop each day of the week: first rounds, which the browser makes better. */
export const load: PageServerLoad = async ({ url }) => {
  const { view, ignored } = readRoundsView(url.searchParams);
  const data = await currentData();
  const asked = askedTerritory(data, view.within);
  const { territory } = asked;
  const choices = formChoices(data, view, territory);
  const notices = noticesOf(ignored, asked, view);
  const typed = typedCodes(url.searchParams, ignored);
  if (!territory) return { view, typed, notices, choices, answer: null };
  const excess = excessOf(data, view, territory);
  if (excess !== null) return { view, typed, notices: [...notices, excess], choices, answer: null };
  const question = questionOf(data, view, territory, isoDay(new Date()));
  const planned = plannedRounds(data, question);
  const rounds = planned ?? (await firstRounds(data, question));
  const communes = rounds.rounds.flatMap(({ stops }) => stops.map(({ commune }) => commune));
  return {
    view,
    typed,
    notices: [...notices, ...questionNotices(data, question, planned !== null)],
    choices,
    answer: {
      edition: data.revision,
      place: formatName(territory),
      group: groupText(view.group).many,
      asked: question.asked,
      start: planOfRounds(rounds),
      planned: planned !== null,
      bases: question.found.bases.map(({ commune }) => ({ name: commune.name })),
      hasMarkets: question.markets.markets.length > 0,
      travel: data.travel && frameOf(data, question).told.minutes.length > 0 ? data.travel.name : null,
      rounds,
      sheets: Object.fromEntries(communes.map((one) => [one, siteSheet(data, 'commune', one, 'metres')])),
      map: layoutOf(data, question),
    },
  };
};
