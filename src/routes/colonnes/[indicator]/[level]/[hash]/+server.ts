import { error } from '@sveltejs/kit';
import { findIndicator, mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import { isClosed } from '#lib/domain/indicators/catalogue-in-use.ts';
import { isLevel } from '#lib/domain/territory/level.ts';
import { carte } from '#lib/messages/carte.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import type { RequestHandler } from './$types';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What only some may see is kept by nobody. */
const NOBODY = 'private, no-store';

/**
 * The figures of an indicator at a level, as a column file named by its content. 403 for a source
 * that may not be redistributed, 404 for anything else that is not there, or not for who asks.
 */
export const GET: RequestHandler = async ({ params, request }) => {
  const subject = findIndicator(params.indicator);
  if (!subject || !isLevel(params.level)) error(404, carte.columnFile.unknown);
  if (!mayRedistribute(subject)) error(403, carte.columnFile.restricted);
  const file = (await currentData()).file(subject.id, params.level);
  if (!file) error(404, carte.columnFile.unknown);
  if (file.hash !== params.hash) error(404, carte.columnFile.replaced);
  return compressedResponse(request, file.bytes as Uint8Array<ArrayBuffer>, {
    type: 'application/octet-stream',
    cacheControl: isClosed(subject.source) ? NOBODY : IMMUTABLE,
    etag: file.hash,
  });
};
