import { formatIsoDate } from '../../../format/date.ts';
import { rapport as words } from '../../../messages/rapport.ts';
import { writeZip } from '../../export/zip.ts';
import { bodyXml, SECTION, type DocxInput } from './docx-body.ts';
import { documentPart, frameParts } from './docx-parts.ts';

/** A report as a document to be edited: real headings, tables and lists, pictures with their words. */
export function writeDocx(input: DocxInput): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { report } = input;
  const { xml, pictures } = bodyXml(input);
  const parts = frameParts({
    title: `${words.title} : ${report.name}`,
    day: report.day,
    header: `${words.title} : ${report.name}`,
    footer: words.footer(report.name, formatIsoDate(report.day)),
    pictures: pictures.length,
  });
  return writeZip([
    ...Object.entries(parts).map(([path, text]) => ({ path, text: [text] })),
    { path: 'word/document.xml', text: [documentPart(xml + SECTION)] },
    ...pictures.map(({ png }, at) => ({ path: `word/media/image${at + 1}.png`, bytes: png })),
  ]);
}
