import type { SourceId } from '../indicators/source.ts';
import type { ZoneKind } from './zone.ts';

/** The source that brings each kind of zone. */
export const ZONE_SOURCES: Readonly<Record<ZoneKind, SourceId>> = { qpv: 'qpv-2024', iris: 'iris' };
