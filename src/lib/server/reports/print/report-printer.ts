import { findChromium } from './find-chromium.mjs';
import { Printer } from './printer.ts';

let held: { path: string; printer: Printer } | null = null;

/** The printer of this server; `null` where there is no Chromium. One that is installed meanwhile is found. */
export function reportPrinter(): Printer | null {
  const path = findChromium();
  if (path === null) return null;
  if (held?.path !== path) held = { path, printer: new Printer(path) };
  return held.printer;
}
