import { encodeHandFrame } from '#lib/domain/siting/hand/hand-frame.ts';
import { handExcess, handFrameOf } from '#lib/server/siting/hand-frames.ts';
import { sitingFile } from '#lib/server/siting-file.ts';
import { frameQuery } from '#lib/siting/frame-query.ts';
import { readSitingView } from '#lib/view/siting-view.ts';
import type { RequestHandler } from './$types';

/** People and places of a territory and what is around it, for scenarios to be counted in the browser. */
export const GET: RequestHandler = (event) =>
  sitingFile(event, {
    name: 'hand-frame-file',
    type: 'application/json',
    read: readSitingView,
    excess: handExcess,
    key: (view, today) => `${frameQuery(view)}/${today}`,
    encode: (...asked) => new TextEncoder().encode(encodeHandFrame(handFrameOf(...asked))),
  });
