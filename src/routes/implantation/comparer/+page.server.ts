import { formatNumber, formatPercent } from '#lib/format/number.ts';
import { formatCost } from '#lib/format/cost.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { implantation } from '#lib/messages/implantation.ts';
import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import { currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { groupText } from '#lib/server/gaps/words.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { siteSheets } from '#lib/server/siting/sheets.ts';
import { readSitingView, sitingAddress } from '#lib/view/siting-view.ts';
import { askedOf, excessOf, frameOf } from '../asked.server.ts';
import { proposalOf } from '../first-proposal.server.ts';
import { isPartial } from '../times-notices.server.ts';
import { comparedOf } from './compared.ts';
import type { PageServerLoad } from './$types';

const words = implantation.compare;

/** Sites named in each scenario. */
const NAMED = 12;

/** Two to four scenarios side by side: the same indicators, and the difference with the first. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const today = isoDay(new Date());
  const scenarios = [];
  for (const [at, { name, query }] of comparedOf(url.searchParams).entries())
    scenarios.push(await scenarioOf(data, name || words.scenario(formatNumber(at + 1)), query, today));
  const answered = scenarios.flatMap((one) => (one.excess === null ? [one] : []));
  const first = answered.at(0);
  return {
    scenarios: answered.map(({ name, href, place, question, sites, others }) => ({
      name,
      href,
      place,
      question,
      sites,
      others,
    })),
    rows: first
      ? ROWS.map((row) =>
          rowOf(
            row,
            answered.map(({ proposal }): Proposal => proposal),
          ),
        )
      : [],
    different: answered.some(({ place, question }) => place !== first?.place || question !== first.question),
    excesses: scenarios.flatMap((one) => (one.excess === null ? [] : [one])),
  };
};

async function scenarioOf(data: Snapshot, name: string, query: string, today: string) {
  const { view } = readSitingView(new URLSearchParams(query));
  const { territory } = askedTerritory(data, view.within);
  const excess = territory ? excessOf(data, view, territory) : ecarts.empty.territory;
  if (!territory || excess !== null) return { name, excess: excess ?? '' };
  const proposal = await proposalOf(data, view, territory, today);
  const shown = proposal.sites.slice(0, NAMED);
  const sheets = siteSheets(
    data,
    frameOf(data, view, territory, today),
    shown.map(({ site }) => site),
  );
  return {
    name,
    excess: null,
    href: sitingAddress(view),
    place: formatName(territory),
    question: words.question(
      groupText(view.group).many,
      formatCost(askedOf(data, view).limit, proposal.unit),
      implantation.form.countedOptions[view.counted],
      isPartial(data, view, territory, { today, proposal }),
    ),
    proposal,
    sites: sheets.flatMap((sheet) => (sheet ? [{ name: sheet.name, href: sheet.href }] : [])),
    others: proposal.sites.length > NAMED,
  };
}

interface Row {
  key: keyof typeof words.rows;
  value: (proposal: Proposal) => number;
  /** Digits after the comma. */
  decimals?: number;
}

const gained = ({ people }: Proposal): number => people.after - people.before;
const cost = ({ sites }: Proposal): number => sites.reduce((sum, { price }) => sum + price, 0);

const ROWS: readonly Row[] = [
  { key: 'sites', value: ({ sites }) => sites.length },
  { key: 'before', value: ({ people }) => people.before },
  { key: 'after', value: ({ people }) => people.after },
  { key: 'gained', value: gained },
  { key: 'left', value: ({ left }) => left.people },
  { key: 'communes', value: ({ left }) => left.communes },
  { key: 'cost', value: cost },
  {
    key: 'perPerson',
    value: (proposal) => (gained(proposal) >= 1 ? cost(proposal) / gained(proposal) : Number.NaN),
    decimals: 2,
  },
  { key: 'quality', value: ({ gap }) => gap },
];

function rowOf({ key, value, decimals = 0 }: Row, proposals: readonly Proposal[]) {
  const [first = Number.NaN] = proposals.map(value);
  return {
    label: words.rows[key],
    cells: proposals.map((proposal, at) => {
      const own = value(proposal);
      if (key === 'quality')
        return {
          text: proposal.proven
            ? words.proven
            : words.gap(formatPercent(Math.max(0.01, Math.ceil(own * 10_000) / 100), 2)),
          difference: '',
        };
      const difference = own - first;
      return {
        text: Number.isFinite(own) ? formatNumber(own, decimals) : '–',
        difference:
          at === 0 || !Number.isFinite(difference) || Math.abs(difference) < 10 ** -decimals / 2
            ? ''
            : `${difference > 0 ? '+' : '−'} ${formatNumber(Math.abs(difference), decimals)}`,
      };
    }),
  };
}
