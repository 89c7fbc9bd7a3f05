import { error, json } from '@sveltejs/kit';
import { SITE_KINDS, type SiteKind } from '#lib/domain/siting/frame/siting-frame.ts';
import { carte } from '#lib/messages/carte.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { currentData } from '#lib/server/app.ts';
import { siteSheet } from '#lib/server/siting/sheets.ts';
import { SITING_PARAMETERS } from '#lib/view/siting-view.ts';
import { SHOWN_SITES } from '../shown-sites.ts';
import type { RequestHandler } from './$types';

const isKind = (text: string): text is SiteKind => (SITE_KINDS as readonly string[]).includes(text);

/** What sites are called and whom to ask there: `s=commune-12`, once a site; `null` for one that is not there. `unite=min` for what is near in minutes. Numbers are those of an edition of the data. */
export const GET: RequestHandler = async ({ request, url }) => {
  // Where places are, and their names, are shown and not redistributed.
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const data = await currentData();
  if (url.searchParams.get('edition') !== String(data.revision)) error(409, implantation.answer.stale);
  const isTimed = url.searchParams.get(SITING_PARAMETERS.unit) === 'min' && data.travel !== null;
  const unit = isTimed ? 'minutes' : 'metres';
  const sheets = url.searchParams
    .getAll('s')
    .slice(0, 2 * SHOWN_SITES)
    .map((text) => {
      const [, kind = '', reference = ''] = /^([a-z]+)-(\d{1,7})$/.exec(text) ?? [];
      return isKind(kind) ? siteSheet(data, kind, Number(reference), unit) : null;
    });
  return json(sheets, { headers: { 'cache-control': 'private, max-age=60' } });
};
