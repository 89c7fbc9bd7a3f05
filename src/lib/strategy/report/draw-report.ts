import { render } from 'svelte/server';
import MapSheet from '../../charts/MapSheet.svelte';
import StandingMap from '../../charts/StandingMap.svelte';
import { wrapText } from '../../charts/wrap-text.ts';
import type { Block, Report } from '../../domain/strategy/report/report-document.ts';
import { formatIsoDate } from '../../format/date.ts';
import { rapport as words } from '../../messages/rapport.ts';
import { drawBars } from './bars-drawing.ts';
import BarsSvg from './BarsSvg.svelte';
import { drawMatrix } from './matrix-drawing.ts';
import MatrixSvg from './MatrixSvg.svelte';
import { drawingKey, type NamedDrawing } from './named-drawing.ts';
import { printablePage } from './printable-page.ts';
import { mapNamed, type ReportDrawings } from './report-drawings.ts';

/** What a line of the foot of a map holds. */
const NOTE_CHARACTERS = 150;

type Drawn = Extract<Block, { is: 'map' | 'matrix' | 'bars' }>;

const isDrawn = (block: Block): block is Drawn =>
  block.is === 'map' || block.is === 'matrix' || block.is === 'bars';

/** Every drawing of a report as a file of its own, in order. */
export const drawReport = ({ chapters }: Report, drawings: ReportDrawings): NamedDrawing[] =>
  chapters.flatMap(({ blocks }) => blocks.filter(isDrawn)).flatMap((block) => drawnOf(block, drawings) ?? []);

function drawnOf(block: Drawn, drawings: ReportDrawings): NamedDrawing | null {
  const key = drawingKey(block);
  if (block.is === 'matrix' || block.is === 'bars') {
    const source = [words.source(block.sources.join(', '), formatIsoDate(block.day))];
    if (block.is === 'bars') {
      const drawing = drawBars(block);
      const svg = render(BarsSvg, { props: { drawing } }).body;
      return sized(key, svg, words.drawings.bars, drawing.label, source);
    }
    const drawing = drawMatrix(block);
    const svg = render(MatrixSvg, { props: { drawing } }).body;
    return sized(key, svg, words.drawings.matrix, drawing.label, source);
  }
  const { sites } = drawings;
  if (block.name === 'sites')
    return (
      sites &&
      sized(key, render(StandingMap, { props: { figure: sites.figure } }).body, sites.title, sites.label, [
        sites.note,
      ])
    );
  const map = mapNamed(drawings, block.name);
  if (!map) return null;
  const notes = map.notes.flatMap((note) => wrapText(note, NOTE_CHARACTERS, ({ length }) => length));
  const { figure, title, legend, counted } = map;
  return sized(
    key,
    render(MapSheet, { props: { figure, title, legend, counted, notes } }).body,
    title,
    map.label,
    [],
  );
}

/** A drawing says its size itself; one that bears its sources bears its title too. */
function sized(key: string, svg: string, title: string, alt: string, notes: readonly string[]): NamedDrawing {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return {
    key,
    svg,
    width: Math.ceil(Number(width)),
    height: Math.ceil(Number(height)),
    title,
    isTitled: notes.length === 0,
    alt,
    notes,
  };
}

/** A page of drawings under one another, to make pictures of. */
export const drawingsPage = (drawings: readonly NamedDrawing[]): string =>
  printablePage(
    '',
    drawings
      .map(
        ({ svg, width, height }) =>
          `<div style="width:${width}px;height:${height}px;overflow:hidden">${svg}</div>`,
      )
      .join(''),
  );
