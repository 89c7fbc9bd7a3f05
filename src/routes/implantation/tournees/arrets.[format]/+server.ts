import { error } from '@sveltejs/kit';
import type { FigureSource } from '#lib/domain/indicators/source.ts';
import { WEEKDAYS } from '#lib/domain/siting/rounds/market-days.ts';
import { formatName } from '#lib/format/territory.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { tournees } from '#lib/messages/tournees.ts';
import { column } from '#lib/server/export/export-column.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { groupText } from '#lib/server/gaps/words.ts';
import { roundsAddress } from '#lib/view/rounds-view.ts';
import { askedRounds } from '../asked-plan.server.ts';
import { roundsSources } from '../rounds-sources.ts';
import { hourOf, letterOf } from '../team-look.ts';
import type { RequestHandler } from './$types';

const words = tournees.export;

/** The stops of a week of rounds as a file, one a row. */
export const GET: RequestHandler = async ({ params, url }) => {
  const format = isExportFormat(params.format)
    ? params.format
    : error(404, exportWords.unknownFormat(params.format.slice(0, 40)));
  const { data, question, today, rounds } = await askedRounds(url);
  const sources = groupText(question.view.group).sources;
  const source = sources.find((id: FigureSource) => id !== 'cog-2026') ?? 'cog-2026';
  const communes = data.territories.all('commune');
  const { told, all } = rounds.legs;
  return exportResponse(
    {
      title: words.title(formatName(question.territory)),
      date: today,
      columns: [
        column('equipe', words.team, { kind: 'text' }),
        column('base', words.base, { kind: 'text' }),
        column('jour', words.day, { kind: 'text' }),
        column('ordre', words.order),
        column('code', words.code, { kind: 'code' }),
        column('commune', words.commune, { kind: 'text' }),
        column('arrivee', words.arrives, { kind: 'text' }),
        column('depart', words.leaves, { kind: 'text' }),
        column('personnes', words.people, { source, decimals: 1 }),
        column('route', words.metres, { unit: 'km', decimals: 1 }),
        column('conduite', words.minutes, { unit: 'min', decimals: 0 }),
      ],
      rows: function* () {
        for (const { team, base, day, stops } of rounds.rounds)
          for (const [at, { commune, people, leg, arrives, leaves }] of stops.entries()) {
            const { code = '', name = '' } = communes[commune] ?? {};
            yield {
              id: code,
              cells: [
                letterOf(team),
                question.found.bases[base]?.commune.name ?? '',
                WEEKDAYS[day] ?? '',
                at + 1,
                code,
                name,
                arrives === null ? null : hourOf(arrives),
                leaves === null ? null : hourOf(leaves),
                people,
                leg.metres / 1_000,
                leg.minutes,
              ],
            };
          }
      },
      notes: [
        words.question(roundsAddress(question.view)),
        tournees.assumptions.once,
        ...(told > 0 && data.travel
          ? [tournees.assumptions.told(String(told), String(all), data.travel.name)]
          : []),
        ...tournees.method.texts,
      ],
      sources: loadedSources(data, roundsSources(question)),
    },
    {
      format,
      what: 'tournees',
      outlines: async () =>
        new Map(
          rounds.rounds.flatMap(({ stops }) =>
            stops.map(
              ({ commune, lon, lat }) =>
                [communes[commune]?.code ?? '', { type: 'Point' as const, coordinates: [lon, lat] }] as const,
            ),
          ),
        ),
    },
  );
};
