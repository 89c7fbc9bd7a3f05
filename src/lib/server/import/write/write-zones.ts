import { eq } from 'drizzle-orm';
import type { ZoneKind } from '../../../domain/zones/zone.ts';
import { inBatches } from '../../db/batches.ts';
import type { Query } from '../../db/client.ts';
import { zone } from '../../db/schema/zones.ts';
import type { StagedZone } from '../zones/stage-zones.ts';

/** Replaces the zones of a kind. */
export async function writeZones(
  tx: Query,
  version: number,
  kind: ZoneKind,
  zones: readonly StagedZone[],
): Promise<void> {
  await tx.delete(zone).where(eq(zone.kind, kind));
  for (const batch of inBatches(zones, 1_000)) {
    await tx.insert(zone).values(
      batch.map(({ polygons, communes, bbox, ...row }) => ({
        ...row,
        version,
        communes: [...communes],
        bbox: [...bbox],
        outline: JSON.stringify(polygons),
      })),
    );
  }
}
