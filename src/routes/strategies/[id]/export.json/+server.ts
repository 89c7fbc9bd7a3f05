import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { appDatabase } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { writeFile } from '#lib/server/strategies/write-file.ts';
import type { RequestHandler } from './$types';

/** The whole strategy in one file, for who writes it. */
export const GET: RequestHandler = async (event) => {
  const { hand, kept } = await openStrategy(event, 'editor');
  return attachment([await writeFile(appDatabase(), hand, kept.id)], {
    type: 'application/json; charset=utf-8',
    name: exportFileName(`strategie ${kept.strategy.name}`, isoDay(hand.now), 'json'),
  });
};
