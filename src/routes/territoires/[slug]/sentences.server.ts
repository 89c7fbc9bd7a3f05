import { keepTogether } from '#lib/format/typography.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import type { Finding } from '#lib/domain/report/finding.ts';

/** A sentence with its sources named and linked. */
export interface Sentence {
  id: string;
  text: string;
  sources: { label: string; href: string }[];
}

export const sentences = (findings: readonly Finding[]): Sentence[] =>
  findings.map(({ id, text, sources }) => ({
    id,
    text: keepTogether(text),
    sources: sources.map((source) => ({ label: sourceNotice(source).title, href: `/donnees#${source}` })),
  }));
