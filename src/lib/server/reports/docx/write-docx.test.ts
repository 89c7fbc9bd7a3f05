import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../../../tests/support/workbook.ts';
import { CHAPTERS, type ReportTable } from '../../../domain/strategy/report/report-document.ts';
import { strategyReport } from '../../../domain/strategy/report/strategy-report.ts';
import { sampleInput, sampleStrategy } from '../../../strategy/report/fixture.ts';
import { gather } from '../../export/fixture.ts';
import type { DocxInput } from './docx-body.ts';
import { writeDocx } from './write-docx.ts';

const png = Uint8Array.from([137, 80, 78, 71]);
const drawing = (key: string) => ({
  key,
  svg: '',
  width: 640,
  height: 400,
  title: `Dessin ${key}`,
  isTitled: false,
  alt: `Message de ${key}`,
  notes: [],
  picture: { png, width: 640, height: 400, alt: `Message de ${key}` },
});

const inputOf = (over: Partial<DocxInput> = {}): DocxInput => ({
  report: strategyReport(sampleInput()),
  demonstration: true,
  drawings: new Map(['matrix', 'bars'].map((key) => [key, drawing(key)])),
  ...over,
});

const parts = async (input: DocxInput): Promise<Map<string, string>> =>
  partsOf(await gather(writeDocx(input)));

/** Text of each paragraph of a style. */
const paragraphsOf = (xml: string, style: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([found]) => found)
    .filter((found) => found.includes(`<w:pStyle w:val="${style}"/>`))
    .map((found) => [...found.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));

function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.write(xml).close();
}

describe('writeDocx', () => {
  it('has real headings in the order of the chapters, every table, every relation and the figures', async () => {
    const input = inputOf();
    const read = await parts(input);
    const xml = read.get('word/document.xml') ?? '';
    expect(paragraphsOf(xml, 'Titre1')).toEqual(
      input.report.chapters.map(({ title }, at) => `${at + 1}. ${title}`),
    );
    expect(paragraphsOf(xml, 'Titre2')).toContain('1. Ouvrir deux permanences');
    const tables = input.report.chapters.flatMap(({ blocks }) =>
      blocks.filter((block): block is ReportTable => block.is === 'table'),
    );
    expect(xml.match(/<w:tbl>/g)).toHaveLength(tables.length);
    for (const { caption } of tables) expect(xml).toContain(`<w:tblCaption w:val="${caption}"/>`);
    expect(xml.replace(/[\u00a0\u202f]/g, ' ')).toContain('Les actions coûtent 61 200,50 €');
    const used = [...xml.matchAll(/r:(?:embed|id)="([^"]+)"/g)].map(([, id]) => id);
    const rels = read.get('word/_rels/document.xml.rels') ?? '';
    const targets = new Map(
      [...rels.matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(([, id, to]) => [id, to]),
    );
    expect(used.length).toBeGreaterThanOrEqual(4);
    for (const id of used) expect([...read.keys()]).toContain(`word/${targets.get(id)}`);
    for (const [, to] of targets) expect(read.has(`word/${to}`)).toBe(true);
    for (const [path, part] of read) if (!path.endsWith('.png')) assertWellFormed(part);
  });

  it('leads from its contents to each chapter, and says what each picture shows', async () => {
    const xml = (await parts(inputOf())).get('word/document.xml') ?? '';
    const anchors = [...xml.matchAll(/<w:hyperlink w:anchor="([^"]+)"/g)].map(([, to]) => to);
    const marks = new Set(
      [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name),
    );
    expect(anchors).toHaveLength(CHAPTERS.length);
    for (const anchor of anchors) expect(marks.has(anchor)).toBe(true);
    expect([...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, alt]) => alt)).toEqual([
      'Message de matrix',
      'Message de bars',
    ]);
  });

  it('is in French, A4, with its header, its day and its page numbers', async () => {
    const read = await parts(inputOf());
    expect(read.get('word/styles.xml')).toContain('<w:lang w:val="fr-FR"');
    expect(read.get('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(read.get('word/header.xml')).toContain('Rapport : Réseau du canton');
    expect(read.get('word/footer.xml')).toMatch(/26 novembre 2026.* PAGE .* NUMPAGES /s);
  });

  it('says where drawings are when none could be made', async () => {
    const drawings = new Map(['matrix', 'bars'].map((key) => [key, { ...drawing(key), picture: null }]));
    const read = await parts(inputOf({ drawings }));
    expect([...read.keys()].filter((path) => path.startsWith('word/media/'))).toEqual([]);
    expect(paragraphsOf(read.get('word/document.xml') ?? '', 'Note').join()).toContain(
      'Dessin matrix : à voir sur la page du rapport',
    );
  });

  it('holds any text as text', async () => {
    const odd = '</w:t><w:drawing/>&amp;\u0000\u{ffff}\ud800 "x" \u{1f600}';
    const strategy = sampleStrategy({ name: odd, sponsor: odd, context: `${odd}\n${odd}` });
    const read = await parts(inputOf({ report: strategyReport(sampleInput({ strategy })) }));
    for (const [path, part] of read) if (!path.endsWith('.png')) assertWellFormed(part);
    expect(read.get('word/document.xml')).toContain('&lt;/w:t&gt;&lt;w:drawing/&gt;&amp;amp;');
  });
});
