import { isoDay } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { atelier } from '#lib/messages/atelier.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { spotName } from '#lib/siting/spot-names.ts';
import { MOST_COMPARED, PARAMETER, saidScenarios } from './compared.ts';
import { comparedScenario } from '#lib/server/siting/scenario.ts';
import { comparedRows } from './rows.server.ts';
import { noMapOf, scenarioPainting, smallMapText } from './small-map.server.ts';
import type { PageServerLoad } from './$types';

const words = implantation.compare;

/** Sites named in each scenario. */
const NAMED = 12;

/** Two to four scenarios side by side, of either kind: the same indicators, the difference with the first, and maps. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const today = isoDay(new Date());
  const said = saidScenarios(url.searchParams);
  const asked = said.slice(0, MOST_COMPARED).map(({ name, query }, at) => ({
    name: name || words.scenario(formatNumber(at + 1)),
    query,
  }));
  const all = [];
  for (const { name, query } of asked)
    all.push({
      query,
      scenario:
        query === null
          ? { name, excess: words.cut }
          : await comparedScenario(data, appDatabase(), { name, query }, today),
    });
  const answered = all.flatMap(({ query, scenario }) =>
    'excess' in scenario ? [] : [{ query, ...scenario }],
  );
  const first = answered.at(0);
  return {
    scenarios: answered.map((scenario) => {
      const { name, query, href, place, question, view, answer, problems } = scenario;
      const noMap = noMapOf(data, scenario);
      return {
        name,
        href,
        place,
        question,
        problems,
        sites: view.edits.added
          .slice(0, NAMED)
          .map(({ where }) => spotName(where, answer.names, answer.located, answer)),
        others: view.edits.added.length > NAMED,
        noMap,
        image:
          noMap === null
            ? `/implantation/comparer/carte.svg?${new URLSearchParams([[PARAMETER, `${name}?${query}`]])}`
            : '',
        alt: noMap === null ? smallMapText(data, scenario) : '',
      };
    }),
    legend: first
      ? atelier.map.standings.map((label, at) => ({
          label,
          colour: scenarioPainting(data, first).colours[at] ?? '',
        }))
      : [],
    rows: first ? comparedRows(answered) : [],
    apart: answered.some(({ place }) => place !== first?.place),
    different: answered.some(({ place, question }) => place !== first?.place || question !== first.question),
    many:
      said.length > MOST_COMPARED ? words.many(formatNumber(said.length), formatNumber(MOST_COMPARED)) : null,
    excesses: all.flatMap(({ scenario }) => ('excess' in scenario ? [scenario] : [])),
  };
};
