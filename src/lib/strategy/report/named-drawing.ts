import type { Block } from '../../domain/strategy/report/report-document.ts';

/** A drawing with the words that stand around it, as a file of its own. */
export interface NamedDrawing {
  /** What a block of the report finds it by. */
  key: string;
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
  title: string;
  /** Whether the drawing bears its title itself. */
  isTitled: boolean;
  /** Its whole message, for those who do not see it. */
  alt: string;
  /** Sources and day, where the drawing does not bear them. */
  notes: readonly string[];
}

/** What a block that is drawn finds its drawing by. */
export const drawingKey = (block: Extract<Block, { is: 'map' | 'matrix' | 'bars' }>): string =>
  block.is === 'map' ? block.name : block.is;
