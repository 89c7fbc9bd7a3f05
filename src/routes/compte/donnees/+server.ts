import { isoDay } from '#lib/format/date.ts';
import { personalData } from '#lib/server/accounts/own.ts';
import { appDatabase } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { requireMember } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of who asks. */
export const GET: RequestHandler = async (event) => {
  const member = await requireMember(event);
  const now = new Date();
  const text = JSON.stringify(await personalData(appDatabase(), member, now), null, 2);
  return attachment([text], {
    type: 'application/json; charset=utf-8',
    name: `maillage-mes-donnees-${isoDay(now)}.json`,
  });
};
