import type { FigureSource } from '#lib/domain/indicators/source.ts';

/** What the need and the inhabitants of a portfolio come from. */
export const SOURCES: readonly FigureSource[] = ['cog-2026', 'estimation-pauvrete'];
