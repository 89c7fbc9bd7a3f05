import type { SiteKind } from './siting-frame.ts';

/** What a site is called, whom to ask there, and why. */
export interface SiteSheet {
  kind: SiteKind;
  name: string;
  href: string;
  /** INSEE code of its commune. */
  code: string | null;
  /** Places near it, the nearest first, and how far they were looked for: « 15 km », « 15 minutes ». */
  partners: { name: string; href: string; distance: string }[];
  near: string;
  /** What speaks for it beside the people. */
  why: string[];
}
