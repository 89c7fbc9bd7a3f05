import type { KnownSum } from '#lib/domain/strategy/plan/known-sum.ts';
import { shareByCommune } from '#lib/domain/strategy/portfolio/commune-lines.ts';
import { concentrationsOf, directionOf } from '#lib/domain/strategy/portfolio/concentration.ts';
import {
  territoryLines,
  wholeLine,
  type TerritoryLine,
} from '#lib/domain/strategy/portfolio/territory-lines.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatKnownSum } from '#lib/format/known-sum.ts';
import { formatCount, formatNumber, formatPercent } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { AskedPortfolio } from './asked-portfolio.server.ts';
import { perimeterName } from './perimeter-name.server.ts';
import { formatHours } from './totals.server.ts';

const words = portefeuille.need;

/** A figure as it is read, and what its column sorts by. */
const cell = (
  value: number | null,
  format: (known: number) => string,
  unknown: string = words.notComputable,
) => ({
  value,
  text: value === null ? unknown : format(value),
});

/** Need against money, by perimeter and by commune, and how far one follows the other. */
export function needOf({ data, shown, factsOf, gazetteer }: AskedPortfolio) {
  const { strategies } = shown;
  const { lines, located } = shareByCommune(strategies, factsOf, gazetteer);
  const concentrations = concentrationsOf(lines);
  const given = lines.filter(({ euros, places }) => euros > 0 || places > 0);
  const unknown = lines.filter(({ need }) => need === null).length;
  const territories = territoryLines(strategies, factsOf);
  return {
    territories: territories.map((line) => territoryRow(data, line)),
    whole: territories.length > 1 ? wholeSentence(wholeLine(strategies, factsOf)) : null,
    curves: concentrations.map(({ of, curve, index, firstFifth }) => ({
      of,
      label: words.curve.shared[of],
      points: curve.people.map((people, at): [number, number] => [people, curve.amount[at] ?? 0]),
      verdict: words.curve.verdicts[of][directionOf(index)],
      sentence: words.curve.sentence(
        words.curve.of[of],
        formatPercent(100 * firstFifth, 1),
        formatNumber(index, 2),
      ),
    })),
    notes: [
      ...(located.nothing > 0 ? [words.curve.lost(formatEuros(Math.round(located.nothing)))] : []),
      ...(unknown > 0 ? [words.curve.unknown(formatCount(unknown, 'commune'))] : []),
    ],
    communes: given
      .sort((a, b) => b.euros - a.euros || b.places - a.places)
      .map(({ commune: code, inhabitants, need, euros, places, hours }) => {
        const commune = data.territories.get('commune', code);
        const rate = need === null || !inhabitants ? null : (100 * need) / inhabitants;
        return {
          code,
          name: commune ? formatName(commune) : code,
          need: cell(need, formatNumber),
          rate: cell(rate, (share) => formatPercent(share, 1)),
          euros: cell(euros, (shared) => formatEuros(Math.round(shared))),
          places: cell(places, formatNumber),
          hours: cell(hours, formatHours, portefeuille.unsaid),
        };
      }),
    without:
      lines.length > given.length
        ? words.communes.none(formatCount(lines.length - given.length, 'commune'))
        : '',
  };
}

/** A sum that may be short of something, which stands under it. */
const sumCell = (
  { sum, unsaid }: KnownSum,
  format: (known: number) => string,
  [one, many]: readonly [string, string],
) => ({
  ...cell(sum, format, portefeuille.unsaid),
  note: sum !== null && unsaid > 0 ? formatCount(unsaid, one, many) : '',
});

const perPerson = (euros: number): string => formatEuros(Math.round(100 * euros) / 100);

function territoryRow(data: Snapshot, line: TerritoryLine) {
  const { territory, strategies, need, secured, totals, eurosPerPerson, peoplePerEuro } = line;
  return {
    key: territory,
    name: perimeterName(data, territory),
    strategies: strategies.map(({ id, name }) => ({ id, name: name || portefeuille.untitledStrategy })),
    need: {
      ...cell(need.sum, formatNumber),
      note: need.unsaid > 0 ? words.partly(formatCount(need.unsaid, 'commune')) : '',
    },
    secured: sumCell(secured, formatEuros, portefeuille.amounts),
    asked: sumCell(totals.money.asked, formatEuros, portefeuille.amounts),
    euros: { ...cell(eurosPerPerson, perPerson), note: '' },
    people: { ...cell(peoplePerEuro, (people) => formatNumber(1000 * people, 1)), note: '' },
    places: { ...cell(totals.places, formatNumber, portefeuille.unsaid), note: '' },
    hours: sumCell(totals.hours, formatHours, portefeuille.sites),
  };
}

/** All the perimeters in a sentence: a line of a table that sorts would move. */
const wholeSentence = ({ need, secured, eurosPerPerson }: TerritoryLine): string =>
  keepTogether(
    words.whole(
      need.sum === null ? portefeuille.unsaid : formatNumber(need.sum),
      formatKnownSum(secured, formatEuros, portefeuille.amounts),
      eurosPerPerson === null ? words.notComputable : perPerson(eurosPerPerson),
    ),
  );
