import { error } from '@sveltejs/kit';
import { toDisplayPayload } from '#lib/domain/classify/display-payload.ts';
import { findIndicator } from '#lib/domain/indicators/catalogue.ts';
import { isMapLevel } from '#lib/domain/territory/level.ts';
import { carte } from '#lib/messages/carte.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { classificationOf } from '#lib/server/queries/classification.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import type { RequestHandler } from './$types';

/**
 * The class of each territory and the limits of the classes, for figures that may be shown but not
 * redistributed (ADR 0004): never the figures. Method and number of classes as in the address of the
 * map (`m`, `k`); limits of one's own are not taken, since they could single out a figure.
 */
export const GET: RequestHandler = async ({ params, request, url }) => {
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const subject = findIndicator(params.indicator);
  if (!subject || !isMapLevel(params.level)) error(404, carte.columnFile.unknown);
  const { level } = params;
  const data = await currentData();
  const asked = readMapView(url.searchParams).view;
  const method = asked.method === 'manual' ? 'quantile' : asked.method;
  const classes = asked.method === 'manual' ? undefined : asked.classes;
  const classification = await classificationOf(data, subject, level, { method, classes });
  if (!classification) error(404, carte.columnFile.unknown);
  const key = `${subject.id}/${level}/${method}/${classes}`;
  const bytes = remember(data, 'display-payload', key, () =>
    new TextEncoder().encode(JSON.stringify(toDisplayPayload(classification))),
  );
  return compressedResponse(request, bytes, { type: 'application/json', cacheControl: 'no-store' });
};
