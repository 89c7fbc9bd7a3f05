import { error } from '@sveltejs/kit';
import { formatIsoDate } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { tournees } from '#lib/messages/tournees.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { writeCalendar, type WeeklyEvent } from '#lib/server/export/calendar.ts';
import { citation } from '#lib/server/export/citation.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { askedRounds } from '../asked-plan.server.ts';
import { roundsSources } from '../rounds-sources.ts';
import { letterOf } from '../team-look.ts';
import type { RequestHandler } from './$types';

/** The stops of a week of rounds as a calendar of weekly events, for those who know their hours. */
export const GET: RequestHandler = async ({ url }) => {
  const { data, question, today, rounds } = await askedRounds(url);
  if (rounds.asked.speed === null) error(400, tournees.export.untimed);
  const about = tournees.export.about(
    citation(loadedSources(data, roundsSources(question))),
    formatIsoDate(today),
  );
  const communes = data.territories.all('commune');
  const events = rounds.rounds.flatMap(({ team, day, stops }): WeeklyEvent[] =>
    stops.flatMap(({ commune, arrives, leaves, lon, lat }) => {
      const { code = '', name = '' } = communes[commune] ?? {};
      if (arrives === null || leaves === null) return [];
      return [
        {
          id: `${letterOf(team)}-${day}-${code}`,
          title: `${tournees.export.event(name)} (${tournees.map.team(letterOf(team))})`,
          about,
          place: name,
          lon,
          lat,
          day,
          from: arrives,
          to: leaves,
        },
      ];
    }),
  );
  return attachment(writeCalendar(events, today), {
    type: 'text/calendar; charset=utf-8',
    name: exportFileName('tournees', today, 'ics'),
  });
};
