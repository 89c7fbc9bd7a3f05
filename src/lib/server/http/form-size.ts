/** A form of any page but the one that takes files, bytes. */
export const MAX_FORM_BYTES = 512 * 1024;

/** Whether a request brings more than a form can want. One that hides its length is read under the server's own limit. */
export const isOversizedForm = ({ headers }: Request): boolean =>
  Number(headers.get('content-length') ?? 0) > MAX_FORM_BYTES;
