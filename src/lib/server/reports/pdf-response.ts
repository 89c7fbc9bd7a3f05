import { redirect } from '@sveltejs/kit';
import { exportFileName } from '../../format/file-name.ts';
import { sayPrintFailure } from './print/print-failure.ts';
import type { PrintedPages } from './print/printer.ts';
import { reportPrinter } from './print/report-printer.ts';

/** What is printed, for whom to come back to the page where it cannot be. */
export interface PdfAsked {
  pages: PrintedPages & { html: string };
  /** For the name of the file. */
  what: string;
  day: string;
  /** The page that says why there is no PDF, and is printed by hand. */
  page: string;
}

/** A PDF to keep. Without a Chromium the page is offered; when too many print, or it fails, that is said. */
export async function pdfResponse({ pages, what, day, page }: PdfAsked): Promise<Response> {
  const printer = reportPrinter() ?? redirect(303, page);
  const pdf = await printer.pdf(pages.html, pages).catch(sayPrintFailure);
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${exportFileName(what, day, 'pdf')}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
