import { json } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { currentData } from '#lib/server/app.ts';
import { gapChange } from '#lib/server/gaps/change.ts';
import { gapsJson } from '#lib/server/gaps/gaps-json.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { gapsReport } from '#lib/server/gaps/report.ts';
import { LIMITS, readGapsView, writeGapsView } from '#lib/view/gaps-view.ts';
import type { RequestHandler } from './$types';

/** Asks for each commune too: a whole country of them is some megabytes. */
const COMMUNES = 'communes';

/**
 * Who is out of reach of what, for programs: the parameters of `/ecarts`. A parameter that is not
 * understood is refused, for a program does not read notices.
 */
export const GET: RequestHandler = async ({ url }) => {
  const parameters = new URLSearchParams(url.searchParams);
  const withCommunes = parameters.get(COMMUNES) === '1';
  parameters.delete(COMMUNES);
  const { view, ignored } = readGapsView(parameters);
  const data = await currentData();
  const { territory, problem } = askedTerritory(data, view.within);
  const refused = [
    ...ignored.map(({ parameter, value }) =>
      parameter === 'unknown'
        ? ecarts.api.unknown(value)
        : parameter === 'limit'
          ? ecarts.api.limit(value, String(LIMITS.least), String(LIMITS.most))
          : ecarts.api.value(ecarts.notices.parameters[parameter], value),
    ),
    ...(problem === 'unknown' ? [ecarts.api.territory(view.within ?? '')] : []),
  ];
  if (refused.length > 0) return json({ erreurs: refused }, { status: 400 });
  if (!territory) return json({ erreurs: [ecarts.empty.places] }, { status: 503 });
  const today = isoDay(new Date());
  const report = gapsReport(data, view, territory, today);
  const question = { ...Object.fromEntries(new URLSearchParams(writeGapsView(view))), jour: today };
  const change = gapChange(data, view, territory, today);
  return json(gapsJson(data, report, question, withCommunes, change), {
    headers: { 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' },
  });
};
