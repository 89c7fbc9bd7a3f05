import { encodeFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { excessOf, frameOf, questionKey } from '#lib/server/siting/asked.ts';
import { sitingFile } from '#lib/server/siting-file.ts';
import { readSitingView } from '#lib/view/siting-view.ts';
import type { RequestHandler } from './$types';

/** People, places and candidates of a question, for the search to go on in the browser. */
export const GET: RequestHandler = (event) =>
  sitingFile(event, {
    name: 'siting-file',
    type: 'application/octet-stream',
    read: readSitingView,
    excess: excessOf,
    key: questionKey,
    encode: (...asked) => encodeFrame(frameOf(...asked)),
  });
