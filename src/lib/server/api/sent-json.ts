import { api } from '../../messages/api.ts';
import { ApiProblem } from './problem.ts';

/** The JSON object that a request brings. Throws a problem for anything else, and for more than `most` bytes. */
export async function sentIn(request: Request, most: number): Promise<object> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new ApiProblem('type-de-contenu', api.problems.notJson);
  const text = await boundedText(request, most);
  try {
    const sent: unknown = JSON.parse(text);
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent;
  } catch {
    throw new ApiProblem('corps', api.problems.badJson);
  }
  throw new ApiProblem('corps', api.problems.badJson);
}

/** A connection that is shut on who still sends loses the answer: so much more is let pass, kept nowhere. */
const LET_PASS = 8 * 1024 * 1024;

/** What a request brings, kept no further than it may be long: it may hide its length. */
async function boundedText({ body }: Request, most: number): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > most + LET_PASS) break;
    if (bytes <= most) text += decoder.decode(part.value, { stream: true });
  }
  if (bytes > most) throw tooLong(most);
  return text + decoder.decode();
}

/** A request that brings more than so many bytes. */
export const tooLong = (most: number): ApiProblem =>
  new ApiProblem('trop-gros', api.problems.tooLong(String(most / 1024)), {
    // What may still be on its way is not read: nothing more may follow it.
    headers: { connection: 'close' },
  });
