import type { Sentence } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import { sourceHref } from '../../format/source-href.ts';
import { sourceNotice } from '../../domain/indicators/source.ts';
import type { Finding } from '../../domain/report/finding.ts';

export const sentences = (findings: readonly Finding[]): Sentence[] =>
  findings.map(({ id, text, sources }) => ({
    id,
    text: keepTogether(text),
    sources: sources.map((source) => ({ label: sourceNotice(source).title, href: sourceHref(source) })),
  }));
