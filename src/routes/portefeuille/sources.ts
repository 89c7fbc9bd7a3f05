import type { SourceId } from '#lib/domain/indicators/source.ts';

/** What the need and the inhabitants of a portfolio come from. */
export const SOURCES: readonly SourceId[] = ['cog-2026', 'estimation-pauvrete'];
