/** Words of WordprocessingML (ECMA-376): runs and paragraphs. */

/** What XML 1.0 forbids or discourages: controls, halves of surrogate pairs, non-characters. */
const FORBIDDEN = /[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as XML holds it, in an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found);

/** A text of one line as a run; what marks it, if anything, is XML. */
export const run = (text: string, marks = ''): string =>
  `<w:r>${marks === '' ? '' : `<w:rPr>${marks}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text.replace(/[\n\t]/g, ' '))}</w:t></w:r>`;

/** A paragraph of a style; `inside` is XML. */
export const paragraph = (style: string, inside: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inside}</w:p>`;

/** A text of several lines, a paragraph each. */
export const paragraphs = (style: string, text: string): string =>
  text
    .split(/\n+/)
    .map((line) => paragraph(style, run(line)))
    .join('');

/** A field that the word processor fills: a page number. */
export const field = (instruction: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
