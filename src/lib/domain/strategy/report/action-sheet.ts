import type { Action } from '../model/strategy.ts';
import { factsOf, orNull, proseOf, tableOf } from './blocks.ts';
import { indicatorsTable } from './follow-up-chapter.ts';
import type { Block, Passage } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import type { ReportVoice } from './report-voice.ts';

/** « mars 2027 à juin 2028 »; empty when no month is said. */
export function calendarOf({ from, to }: Pick<Action, 'from' | 'to'>, voice: ReportVoice): string {
  if (from === '' && to === '') return '';
  if (from === '') return `jusqu’à ${voice.month(to)}`;
  return to === '' ? `à partir de ${voice.month(from)}` : `${voice.month(from)} à ${voice.month(to)}`;
}

/** The sheet of an action: what it answers, who carries it, when, for whom, at what price, measured by what. */
export function actionSheet(input: ReportInput, action: Action, number: number): Block[] {
  const { strategy, voice, names } = input;
  const name = action.name || voice.untitled;
  const answered = strategy.gaps.filter(({ id }) => action.gaps.includes(id));
  const { counted } = action;
  const sites = counted && 'sites' in counted && counted.query === action.scenario ? counted.sites : [];
  const list = (title: string, items: readonly string[]): Block[] =>
    items.length === 0 ? [] : [{ is: 'list', title, items: [...items] }];
  const captionOf = (key: 'costs' | 'funding' | 'indicators'): string =>
    `${voice.tables[key].caption}, action ${number}`;
  return [
    { is: 'heading', text: `${number}. ${name}`, anchor: `action-${number}`, isSheet: true },
    ...factsOf(voice, [
      ['status', voice.labels.status[action.status]],
      ['lead', action.lead],
      ['partners', action.partners],
      ['public', action.public],
      ['calendar', calendarOf(action, voice)],
    ]),
    ...list(
      voice.facts.answers,
      answered.map((gap) => gap.name || voice.untitled),
    ),
    ...proseOf(voice, 'need', action.need),
    ...proseOf(voice, 'description', action.description),
    ...proseOf(voice, 'prerequisites', action.prerequisites),
    ...peoplePassage(input, action),
    ...list(
      voice.facts.sites,
      sites.map(({ name: site, commune, hours }) =>
        [
          site,
          commune !== null && commune !== site ? commune : '',
          hours === null ? '' : `${voice.count(hours, 'heure')} par semaine`,
        ]
          .filter((part) => part !== '')
          .join(', '),
      ),
    ),
    ...list(
      voice.facts.places,
      action.places.map((id) => names.place(id)),
    ),
    ...tableOf(
      input,
      'costs',
      [['label'], ['nature'], ['year', 'code'], ['amount', 'number', '€']],
      action.costs.map(({ label, nature, year, amount }) => [
        orNull(label),
        voice.labels.nature[nature],
        year === null ? null : String(year),
        amount,
      ]),
      captionOf('costs'),
    ),
    ...tableOf(
      input,
      'funding',
      [['funder'], ['status'], ['year', 'code'], ['amount', 'number', '€']],
      action.funding.map(({ funder, status, year, amount }) => [
        orNull(funder),
        voice.labels.funding[status],
        year === null ? null : String(year),
        amount,
      ]),
      captionOf('funding'),
    ),
    ...indicatorsTable(input, [action], captionOf('indicators')),
    ...list(
      voice.facts.journal,
      action.entries.map(({ day, text }) => (day === '' ? text : `${voice.day(day)} : ${text}`)),
    ),
  ];
}

/** Whom it should reach, as its scenario was counted, or as it was said. */
function peoplePassage(input: ReportInput, { id, counted, scenario, expected }: Action): Passage[] {
  const { voice, day } = input;
  const passage = (generated: string, sources: readonly string[], of: string): Passage[] => [
    { is: 'passage', key: `action.${id}.personnes`, generated, sources, day: of, edit: null },
  ];
  if (counted && 'people' in counted && counted.query === scenario) {
    const { all, before, after, gained } = counted.people;
    return passage(
      `${voice.count(counted.sites.length, 'site')} : ${voice.number(Math.round(gained))} de plus à portée parmi les ${counted.question} (${counted.territory}), de ${voice.number(Math.round(before))} à ${voice.number(Math.round(after))} sur ${voice.number(Math.round(all))}.`,
      counted.sources.length > 0 ? counted.sources : [voice.ownSource],
      counted.day,
    );
  }
  if (expected === null) return [];
  return passage(
    `${voice.count(expected, 'personne attendue', 'personnes attendues')}.`,
    [voice.ownSource],
    day,
  );
}
