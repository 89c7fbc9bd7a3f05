import { render } from 'svelte/server';
import type { Report } from '../../domain/strategy/report/report-document.ts';
import { formatIsoDate } from '../../format/date.ts';
import { rapport as words } from '../../messages/rapport.ts';
import { printablePage, printedFooter } from './printable-page.ts';
import type { ReportDrawings } from './report-drawings.ts';
import ReportSheet from './ReportSheet.svelte';
import SummarySheet from './SummarySheet.svelte';

/** What a printer takes. */
export interface PrintedReport {
  html: string;
  footer: string;
}

interface Printable {
  report: Report;
  drawings: ReportDrawings;
  demonstration: boolean;
}

const footerOf = ({ name, day }: Report): string =>
  printedFooter(words.footer(name, formatIsoDate(day)), words.page);

/** The whole report as a page that holds all that it needs. */
export const printedReport = ({ report, drawings, demonstration }: Printable): PrintedReport => ({
  html: printablePage(
    `${words.title} : ${report.name}`,
    render(ReportSheet, { props: { report, drawings, demonstration, isAlone: true } }).body,
  ),
  footer: footerOf(report),
});

/** The page for elected members. */
export const printedSummary = ({ report, demonstration }: Printable): PrintedReport => ({
  html: printablePage(
    words.summary.title(report.name),
    render(SummarySheet, { props: { report, demonstration, isAlone: true } }).body,
  ),
  footer: footerOf(report),
});
