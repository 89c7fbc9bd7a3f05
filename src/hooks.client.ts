import type { HandleClientError } from '@sveltejs/kit';
import { errors } from '#lib/messages/errors.ts';

/** An unexpected error in the browser: said in French, left to the browser's own console. */
export const handleError: HandleClientError = ({ error, status }) => {
  if (status === 404) return { message: errors.notFound };
  reportError(error);
  return { message: errors.inBrowser };
};
