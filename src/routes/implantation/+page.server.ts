import { countOfTable, groupOfWord } from '#lib/domain/access/gaps/group.ts';
import type { SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { indices } from '#lib/messages/indices.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { currentData } from '#lib/server/app.ts';
import { mapFiles } from '#lib/server/columns/map-files.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { formChoices } from '#lib/server/gaps/form-choices.ts';
import { groupText } from '#lib/server/gaps/words.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { siteSheets } from '#lib/server/siting/sheets.ts';
import { FRAGILITIES, readSitingView, typedCodes } from '#lib/view/siting-view.ts';
import { askedOf, frameOf, excessOf, strangers } from '#lib/server/siting/asked.ts';
import { proposalOf } from '#lib/server/siting/first-proposal.ts';
import { noticesOf } from '#lib/server/siting/notices.ts';
import { SHOWN_SITES } from './shown-sites.ts';
import { partialNotices } from '#lib/server/siting/times-notices.ts';
import type { PageServerLoad } from './$types';

/** Where to open next: a first proposal, which the browser makes better. */
export const load: PageServerLoad = async ({ url }) => {
  const { view, ignored } = readSitingView(url.searchParams);
  const data = await currentData();
  const asked = askedTerritory(data, view.within);
  const { territory } = asked;
  const choices = {
    ...formChoices(data, view, territory),
    fragilities: FRAGILITIES.map((value) => ({ value, label: fragilityLabel(value) })),
  };
  const notices = noticesOf(ignored, asked, view, data);
  const typed = typedCodes(url.searchParams, ignored);
  if (!territory) return { view, typed, notices, choices, answer: null, map: null };
  const today = isoDay(new Date());
  const unknown = strangers(data, view, territory);
  if (unknown.length > 0) notices.push(implantation.problems.unknownCodes(unknown.join(', ')));
  const map = {
    ...mapFiles(data),
    revision: data.revision,
    territory: territory.level === 'france' ? null : territory.bbox,
  };
  const excess = excessOf(data, view, territory);
  if (excess !== null) return { view, typed, notices: [...notices, excess], choices, answer: null, map };
  const frame = frameOf(data, view, territory, today);
  const proposal = await proposalOf(data, view, territory, today);
  return {
    view,
    typed,
    notices,
    choices,
    map,
    answer: {
      edition: data.revision,
      place: formatName(territory),
      group: groupText(view.group).many,
      countsPeople: countOfTable(view.group) === null,
      asked: askedOf(data, view),
      proposal: plain(proposal),
      /** Where minutes come from, and what is not told of them. */
      source: frame.times && data.travel ? ecarts.notices.travel(data.travel.name) : null,
      partial: partialNotices(data, view, territory, { today, proposal }),
      sheets: sheetsOf(data, frame, proposal),
    },
  };
};

function fragilityLabel(word: string): string {
  const group = groupOfWord(word);
  if (group?.kind !== 'index') return implantation.form.poverty;
  return indices.presets[group.preset]?.label ?? group.preset;
}

/** Without the list that a page does not need. */
const plain = ({ standing: _, ...proposal }: Proposal): Omit<Proposal, 'standing'> => proposal;

/** The sheets of what a page shows, by number of site. */
function sheetsOf(data: Snapshot, frame: SitingFrame, { sites, closes, problems }: Proposal) {
  const named = problems.flatMap((problem) =>
    problem.reason === 'forced-and-forbidden' ? problem.sites : [],
  );
  const numbers = [...new Set([...sites.slice(0, SHOWN_SITES).map(({ site }) => site), ...closes, ...named])];
  const sheets = siteSheets(data, frame, numbers);
  return Object.fromEntries(numbers.map((site, at) => [site, sheets[at] ?? null]));
}
