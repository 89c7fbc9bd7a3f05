import type { SiteKind } from './siting-frame.ts';

/** What a site is called, whom to ask there, and why. */
export interface SiteSheet {
  kind: SiteKind;
  name: string;
  href: string;
  /** INSEE code of its commune. */
  code: string | null;
  /** Id of the place that it is, or whose premises it takes; `null` for the centre of a commune. */
  place: string | null;
  /** Places near it, the nearest first. */
  partners: { id: string; name: string; href: string; distance: string }[];
  /** What is said when there is none. */
  alone: string;
  /** What speaks for it beside the people. */
  why: string[];
}
