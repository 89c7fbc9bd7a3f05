import {
  CHAPTERS,
  wordsOf,
  type Block,
  type Passage,
  type Report,
} from '../../../domain/strategy/report/report-document.ts';
import { formatIsoDate } from '../../../format/date.ts';
import { rapport as words } from '../../../messages/rapport.ts';
import { drawingKey, type NamedDrawing } from '../../../strategy/report/named-drawing.ts';
import { pictureXml, type DocxPicture } from './docx-picture.ts';
import { tableXml } from './docx-table.ts';
import { paragraph, paragraphs, run } from './docx-text.ts';

/** What a document is written from. */
export interface DocxInput {
  report: Report;
  demonstration: boolean;
  /** What it draws, by name: its words, and its picture where one could be made. */
  drawings: ReadonlyMap<string, NamedDrawing & { picture: DocxPicture | null }>;
}

const BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** The body of a document, without its last section: title, contents, chapters. Pictures are told as they are met. */
export function bodyXml({ report, demonstration, drawings }: DocxInput): {
  xml: string;
  pictures: DocxPicture[];
} {
  const pictures: DocxPicture[] = [];
  let marks = 0;
  const heading = (style: string, anchor: string, text: string, more = ''): string => {
    const id = ++marks;
    return paragraph(
      style,
      `<w:bookmarkStart w:id="${id}" w:name="${bookmark(anchor)}"/>${run(text)}<w:bookmarkEnd w:id="${id}"/>`,
      more,
    );
  };
  const drawn = (key: string): string => {
    const drawing = drawings.get(key);
    if (!drawing) return '';
    if (!drawing.picture) return paragraph('Note', run(words.drawings.left(drawing.title)));
    pictures.push(drawing.picture);
    return (
      (drawing.isTitled ? '' : paragraph('Lgende', run(drawing.title))) +
      pictureXml(drawing.picture, pictures.length) +
      drawing.notes.map((note) => paragraph('Source', run(note))).join('')
    );
  };
  const write = (block: Block): string =>
    block.is === 'heading'
      ? heading('Titre2', block.anchor, block.text, block.isSheet ? '<w:pageBreakBefore/>' : '')
      : block.is === 'map' || block.is === 'matrix' || block.is === 'bars'
        ? drawn(drawingKey(block))
        : blockXml(block);
  const chapters = report.chapters.map(({ key, title, blocks }, at) => {
    const anchor = CHAPTERS.find((one) => one.key === key)?.anchor ?? key;
    return heading('Titre1', anchor, `${at + 1}. ${title}`) + blocks.map(write).join('');
  });
  return { xml: front(report, demonstration) + chapters.join(''), pictures };
}

/** A name that Word takes: letters, digits and underscores, forty at most. */
const bookmark = (anchor: string): string => `_${anchor.replace(/[^a-z0-9]/gi, '_')}`.slice(0, 40);

function front({ name, place, owner, day, chapters }: Report, demonstration: boolean): string {
  const lines = [place, owner, words.established(formatIsoDate(day)), demonstration ? words.fictional : ''];
  const contents = chapters.map(({ key, title }, at) => {
    const anchor = CHAPTERS.find((one) => one.key === key)?.anchor ?? key;
    return paragraph(
      'TM1',
      `<w:hyperlink w:anchor="${bookmark(anchor)}" w:history="1">${run(`${at + 1}. ${title}`)}</w:hyperlink>`,
    );
  });
  return (
    paragraph('Titre', run(name)) +
    lines
      .filter((line) => line !== '')
      .map((line) => paragraph('Soustitre', run(line)))
      .join('') +
    paragraph('Intitul', run(words.contents)) +
    contents.join('') +
    BREAK
  );
}

function blockXml(block: Exclude<Block, { is: 'heading' | 'map' | 'matrix' | 'bars' }>): string {
  const titled = (title: string): string => (title === '' ? '' : paragraph('Intitul', run(title)));
  switch (block.is) {
    case 'passage':
      return passageXml(block);
    case 'prose':
      return titled(block.title) + paragraphs('Normal', block.text);
    case 'facts':
      return block.facts
        .map(({ label, text }) => paragraph('Normal', run(`${label} : `, '<w:b/>') + run(text)))
        .join('');
    case 'list':
      return titled(block.title) + block.items.map((item) => paragraph('Liste', run(item), LIST)).join('');
    case 'note':
      return paragraphs('Note', block.text);
    case 'table':
      return (
        tableXml(block) +
        paragraph(
          'Source',
          block.sources.length === 0
            ? ''
            : run(words.source(block.sources.join(', '), formatIsoDate(block.day))),
        )
      );
  }
}

function passageXml(passage: Passage): string {
  const { sources, day, edit, generated } = passage;
  const from = [sources.join(', '), formatIsoDate(day)] as const;
  const source = edit ? `${words.byHand} ${words.figures(...from)}` : words.source(...from);
  const stale = edit?.isStale ? `${words.stale.title} ${words.stale.now} ${generated}` : '';
  return (
    paragraphs('Passage', wordsOf(passage)) +
    paragraph('Source', run(source)) +
    (stale === '' ? '' : paragraph('Note', run(stale)))
  );
}

/** The last section of a document: A4, 18 mm around, its header and footer. */
export const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1021" w:right="1021" w:bottom="1021" w:left="1021" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>';
