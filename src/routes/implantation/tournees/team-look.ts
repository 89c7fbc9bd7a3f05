import type { Round } from '#lib/domain/siting/rounds/rounding.ts';
import { formatMinutes } from '#lib/format/week.ts';
import { teamColours } from '#lib/styles/ramps.ts';

const A = 65;

/** What a team is called: A, B, C… */
export const letterOf = (team: number): string => String.fromCharCode(A + team);

/** The colour of a team; letters tell apart those that share one. */
export const colourOf = (team: number): string => teamColours[team % teamColours.length] as string;

const STEP = 5;

/** An hour of the day, « 9 h 05 », to five minutes: no road is known better. */
export const hourOf = (minutes: number): string => formatMinutes(STEP * Math.round(minutes / STEP));

/** Outings of a team, each stop with its rank in the week: what the table and the map call it by. */
export function weekOf(rounds: readonly Round[], team: number) {
  let rank = 0;
  return rounds
    .filter((round) => round.team === team)
    .map((round) => ({
      ...round,
      stops: round.stops.map((stop) => ({ ...stop, label: `${letterOf(team)}${++rank}` })),
    }));
}

export type WeekRound = ReturnType<typeof weekOf>[number];
