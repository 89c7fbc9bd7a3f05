import type { RequestEvent } from '@sveltejs/kit';
import { carteImage as words } from '../messages/carte-image.ts';
import { placeOf } from './accounts/limits.ts';
import { DrawingGate, TooManyDrawings } from './http/drawing-gate.ts';

export type Drawer = Pick<RequestEvent, 'getClientAddress'>;

const gate = new DrawingGate();

/** Makes a drawing that memory does not hold, when its turn comes; throws `TooManyDrawings` where it may not. */
export const drawInTurn = <T>({ getClientAddress }: Drawer, make: () => Promise<T>): Promise<T> =>
  gate.draw(placeOf(getClientAddress()), Date.now(), make);

/** What is said to who asks for one drawing too many. */
export const sayTooMany = ({ status, seconds }: TooManyDrawings): string =>
  status === 429 ? words.tooMany(seconds) : words.tooBusy(seconds);

/** An answer made of drawings, or that there are too many of them: when to come back. */
export async function answerDrawn(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (cause) {
    if (!(cause instanceof TooManyDrawings)) throw cause;
    return new Response(sayTooMany(cause), {
      status: cause.status,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        'retry-after': String(cause.seconds),
      },
    });
  }
}
