import { redirect } from '@sveltejs/kit';
import { countOfTable } from '#lib/domain/access/gaps/group.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatDistance } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { atelier } from '#lib/messages/atelier.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { mapFiles } from '#lib/server/columns/map-files.ts';
import { formChoices } from '#lib/server/gaps/form-choices.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { groupText, supplyText } from '#lib/server/gaps/words.ts';
import { handAddress, readHandView } from '#lib/view/hand-view.ts';
import { noticesOf } from '#lib/server/siting/notices.ts';
import { handAnswer, type HandAnswer } from '#lib/server/siting/hand-answer.ts';
import { COMMAND } from './command-fields.ts';
import { obey } from './commands.server.ts';
import { handExcess } from '#lib/server/siting/hand-frames.ts';
import { editNotices } from '#lib/server/siting/edit-notices.ts';
import { placeRow, placeRows } from './place-rows.ts';
import { spotName } from '#lib/siting/spot-names.ts';
import type { HandView } from '#lib/view/hand-view.ts';
import type { PageServerLoad } from './$types';

/** Characters of a search that are looked at. */
const LONGEST_SEARCH = 80;

/** A scenario made by hand: what it changes, counted here first; the browser then follows each change. */
export const load: PageServerLoad = async ({ url }) => {
  const { view, ignored, ignoredEdits } = readHandView(url.searchParams, Object.values(COMMAND));
  const data = await currentData();
  const search = (url.searchParams.get(COMMAND.search) ?? '').slice(0, LONGEST_SEARCH).trim();
  const obeyed = obey(data, view, url.searchParams);
  if (obeyed?.kind === 'changed')
    redirect(
      303,
      handAddress(obeyed.view) + (search === '' ? '' : `&${COMMAND.search}=${encodeURIComponent(search)}`),
    );
  const asked = askedTerritory(data, view.question.within);
  const { territory } = asked;
  const choices = formChoices(data, view.question, territory);
  const placeNames = new Map(ignoredEdits.length > 0 ? data.places.map(({ id, name }) => [id, name]) : []);
  const notices = [
    ...noticesOf(ignored, asked, view.question, data),
    ...editNotices(ignoredEdits, (id) => placeNames.get(id) ?? id),
  ];
  const excess = territory ? handExcess(data, view.question, territory) : null;
  const shared = { view, search, obeyed, choices, notices: excess === null ? notices : [...notices, excess] };
  if (!territory || excess !== null) return { ...shared, map: null, answer: null };
  const { question } = view;
  return {
    ...shared,
    map: {
      ...mapFiles(data),
      revision: data.revision,
      territory: territory.level === 'france' ? null : territory.bbox,
    },
    answer: {
      edition: data.revision,
      place: formatName(territory),
      group: groupText(question.group).many,
      countsPeople: countOfTable(question.group) === null,
      question: atelier.question.text(
        groupText(question.group).many,
        formatDistance(1_000 * question.limit),
        supplyText(data, question),
        implantation.form.countedOptions[question.counted],
      ),
      ...shown(view, search, await handAnswer(data, appDatabase(), view, territory, isoDay(new Date()))),
    },
  };
};

/** What a page needs of an answer: the browser asks for the frame by itself. */
function shown(view: HandView, search: string, answer: HandAnswer) {
  const { frame, finder, figures, cost, problems, located, names } = answer;
  const { standing: _, ...counted } = figures;
  const changed = new Set(view.edits.places.map(({ id }) => id));
  const name = (rank: number): string => frame.communes.names[rank] ?? '';
  return {
    figures: {
      ...counted,
      farthestNames: {
        before: name(figures.farthest.before.commune),
        after: name(figures.farthest.after.commune),
      },
    },
    cost,
    problems,
    located,
    names,
    // What the page shows before the frame comes to the browser, and without scripts.
    spots: Object.fromEntries(
      [
        ...view.edits.added.map(({ where }) => where),
        ...view.edits.places.flatMap(({ moved }) => moved ?? []),
      ].map((spot) => [JSON.stringify(spot), spotName(spot, names, located, { frame, finder })]),
    ),
    changed: view.edits.places.flatMap(({ id }) => {
      const rank = finder.place(id);
      return rank < 0 ? [] : [placeRow(frame, rank)];
    }),
    places: placeRows(frame, search, changed),
  };
}
