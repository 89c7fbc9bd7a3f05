import type { Classification } from './classification.ts';

/**
 * A classification as it is sent for figures that may be shown but not redistributed: the class of
 * each territory and the limits of the classes, never the figures, nor the shape of their
 * distribution.
 */
export interface DisplayPayload extends Omit<Classification, 'codes' | 'histogram'> {
  /** One byte a territory, base64. */
  codes: string;
}

/** Bytes per call: the most arguments that every engine takes. */
const CHUNK = 8192;

export function toDisplayPayload({ codes, histogram: _, ...rest }: Classification): DisplayPayload {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK)
    text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return { ...rest, codes: btoa(text) };
}

export function fromDisplayPayload({ codes, ...rest }: DisplayPayload): Classification {
  return { ...rest, histogram: null, codes: Uint8Array.from(atob(codes), (letter) => letter.charCodeAt(0)) };
}
