import { rapport as words } from '../../../messages/rapport.ts';
import { escapeXml, field, paragraph, run } from './docx-text.ts';

/** The parts of a document that do not depend on its body (ECMA-376, WordprocessingML). */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const DRAWING =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A style of paragraphs. */
interface Style {
  id: string;
  name: string;
  /** What it is made from. */
  base?: string;
  next?: string;
  /** Of its paragraphs and of its letters, in the order of the schema. */
  paragraph?: string;
  letters?: string;
}

const spacing = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (half: number): string => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
const KEEP = '<w:keepNext/><w:keepLines/>';

/** Half points and twentieths of a point; names are those that word processors translate. */
const STYLES: readonly Style[] = [
  { id: 'Titre', name: 'Title', next: 'Normal', paragraph: spacing(2400, 240), letters: `<w:b/>${size(52)}` },
  { id: 'Soustitre', name: 'Subtitle', next: 'Normal', letters: size(26) },
  {
    id: 'Titre1',
    name: 'heading 1',
    next: 'Normal',
    paragraph: `${KEEP}${spacing(480, 160)}<w:outlineLvl w:val="0"/>`,
    letters: `<w:b/>${size(32)}`,
  },
  {
    id: 'Titre2',
    name: 'heading 2',
    next: 'Normal',
    paragraph: `${KEEP}${spacing(320, 120)}<w:outlineLvl w:val="1"/>`,
    letters: `<w:b/>${size(25)}`,
  },
  { id: 'TM1', name: 'toc 1', paragraph: spacing(0, 60) },
  {
    id: 'Intitul',
    name: 'Intitulé',
    next: 'Normal',
    paragraph: `${KEEP}${spacing(160, 40)}`,
    letters: '<w:b/>',
  },
  {
    id: 'Lgende',
    name: 'caption',
    next: 'Normal',
    paragraph: `${KEEP}${spacing(200, 80)}`,
    letters: '<w:b/>',
  },
  { id: 'Passage', name: 'Passage', paragraph: `<w:keepNext/>${spacing(80, 0)}` },
  {
    id: 'Source',
    name: 'Source',
    paragraph: spacing(20, 160),
    letters: `<w:color w:val="444444"/>${size(17)}`,
  },
  { id: 'Note', name: 'Note', paragraph: spacing(40, 100), letters: size(18) },
  { id: 'Image', name: 'Image', paragraph: '<w:keepNext/>' },
  { id: 'Liste', name: 'List Bullet', paragraph: '<w:ind w:left="360" w:hanging="360"/>' },
  { id: 'Cellule', name: 'Cellule', paragraph: spacing(20, 20), letters: size(17) },
  {
    id: 'Enttedetableau',
    name: 'En-tête de tableau',
    base: 'Cellule',
    paragraph: '<w:keepNext/>',
    letters: '<w:b/>',
  },
  { id: 'Entte', name: 'header', letters: `<w:color w:val="444444"/>${size(16)}` },
  {
    id: 'Pieddepage',
    name: 'footer',
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="9865"/></w:tabs>',
    letters: `<w:color w:val="444444"/>${size(16)}`,
  },
];

const styleXml = ({ id, name, base = 'Normal', next, paragraph: p = '', letters = '' }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/>` +
  `${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>` +
  `${p === '' ? '' : `<w:pPr>${p}</w:pPr>`}${letters === '' ? '' : `<w:rPr>${letters}</w:rPr>`}</w:style>`;

const border = (side: string, weight: number): string =>
  `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="777777"/>`;

const stylesPart = (): string =>
  `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/>' +
  '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:styleId="Tableau"><w:name w:val="Tableau de rapport"/><w:basedOn w:val="TableauNormal"/>' +
  `<w:tblPr><w:tblBorders>${border('top', 6)}${border('bottom', 6)}${border('insideH', 4)}</w:tblBorders></w:tblPr></w:style>` +
  `${STYLES.map(styleXml).join('')}</w:styles>`;

const NUMBERING =
  `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>` +
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>' +
  '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';

const SETTINGS = `${HEAD}<w:settings ${W}><w:zoom w:percent="100"/><w:themeFontLang w:val="fr-FR"/></w:settings>`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

const relations = (inside: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

/** What is said of a document outside its body. */
export interface DocxFrame {
  title: string;
  /** ISO day. */
  day: string;
  header: string;
  footer: string;
  /** Pictures that it holds. */
  pictures: number;
}

/** `document.xml` around a body and its section. */
export const documentPart = (body: string): string =>
  `${HEAD}<w:document ${W} ${R} ${DRAWING}><w:body>${body}</w:body></w:document>`;

/** Every part but the body and the pictures, by path. */
export function frameParts({ title, day, header, footer, pictures }: DocxFrame): Record<string, string> {
  const override = (part: string, type: string): string =>
    `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${type}+xml"/>`;
  const images = Array.from({ length: pictures }, (_, at) => at + 1);
  return {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      override('document', 'document.main') +
      ['styles', 'numbering', 'settings', 'header', 'footer'].map((part) => override(part, part)).join('') +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    '_rels/.rels': relations(
      relation('document', `${OFFICE}/officeDocument`, 'word/document.xml') +
        relation('core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    'docProps/core.xml':
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
      'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Maillage</dc:creator><dc:language>fr-FR</dc:language>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(day)}T00:00:00Z</dcterms:created></cp:coreProperties>`,
    'word/_rels/document.xml.rels': relations(
      ['styles', 'numbering', 'settings', 'header', 'footer']
        .map((part) => relation(part, `${OFFICE}/${part}`, `${part}.xml`))
        .join('') +
        images.map((at) => relation(`image${at}`, `${OFFICE}/image`, `media/image${at}.png`)).join(''),
    ),
    'word/styles.xml': stylesPart(),
    'word/numbering.xml': NUMBERING,
    'word/settings.xml': SETTINGS,
    'word/header.xml': `${HEAD}<w:hdr ${W}>${paragraph('Entte', run(header))}</w:hdr>`,
    'word/footer.xml': `${HEAD}<w:ftr ${W}>${paragraph(
      'Pieddepage',
      `${run(footer)}<w:r><w:tab/></w:r>${run(`${words.page} `)}${field('PAGE')}${run(' / ')}${field('NUMPAGES')}`,
    )}</w:ftr>`,
  };
}
