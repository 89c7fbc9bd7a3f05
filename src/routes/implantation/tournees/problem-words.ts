import type { RoundsProblem } from '#lib/domain/siting/rounds/asked.ts';
import { WEEKDAYS } from '#lib/domain/siting/rounds/market-days.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { formatMinutes } from '#lib/format/week.ts';
import { tournees } from '#lib/messages/tournees.ts';
import { letterOf } from './team-look.ts';

const words = tournees.problems;

const kilometres = (metres: number): string => `${formatNumber(Math.round(metres / 1_000))} km`;
const days = (numbers: readonly number[]): string => numbers.map((day) => WEEKDAYS[day]).join(', ');

/** What had to be changed of a question about rounds, in sentences; `bases` are the names of the bases. */
export function problemSentences(problem: RoundsProblem, bases: readonly string[]): string[] {
  switch (problem.reason) {
    case 'bad-teams':
      return [words.teams(formatCount(problem.asked, 'équipe'), formatCount(problem.taken, 'équipe'))];
    case 'no-base':
      return [words.noBase];
    case 'base-apart':
      return [words.apart(problem.bases.map((base) => bases[base] ?? '').join(', '))];
    case 'no-day':
      return [words.noDay(days(problem.taken))];
    case 'stop-too-long':
      return [
        words.stopTooLong(
          formatMinutes(problem.asked),
          formatMinutes(problem.day),
          formatMinutes(problem.taken),
        ),
      ];
    case 'day-too-short':
      return [words.dayTooShort(formatMinutes(problem.asked), formatMinutes(problem.taken))];
    case 'too-few-metres':
      return [words.kilometres(kilometres(problem.asked), kilometres(problem.taken))];
    case 'no-demand':
      return [words.noDemand];
    case 'all-covered':
      return [words.allCovered];
    case 'bad-people':
      return [words.badPeople(formatCount(problem.communes, 'commune'))];
    case 'no-stop':
      return [words.noStop];
    case 'no-market':
      return [words.noMarket];
    case 'idle':
      return [
        ...(problem.teams.length > 0 ? [words.idleTeams(problem.teams.map(letterOf).join(', '))] : []),
        ...(problem.days.length > 0 ? [words.idleDays(days(problem.days))] : []),
      ];
    case 'more-stops-than-candidates':
      return [words.moreStops(formatCount(problem.asked, 'arrêt'), formatCount(problem.stops, 'commune'))];
    case 'too-many-stops':
      return [words.tooManyStops(formatCount(problem.stops, 'commune'), formatNumber(problem.most))];
    case 'out-of-reach':
      return [
        words.outOfReach(
          formatCount(Math.round(problem.people), 'personne'),
          formatCount(problem.communes, 'commune'),
        ),
      ];
  }
}
