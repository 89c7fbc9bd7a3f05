import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Query } from '../../db/client.ts';
import { contiguity, outline } from '../../db/schema/territories.ts';
import { tile, tileset } from '../../db/schema/tiles.ts';
import { gatherBatches, inBatches } from '../../db/batches.ts';
import type { StagedOutlines } from '../outlines/outlines.ts';

/** Replaces outlines and tiles; the new tiles take a new name, so that no cache ever mixes two sets. */
export async function writeOutlines(
  tx: Query,
  version: number,
  fingerprint: string,
  staged: StagedOutlines,
): Promise<void> {
  await tx.delete(outline);
  await tx.delete(tileset);
  for await (const batch of gatherBatches(staged.outlines, 5_000)) await tx.insert(outline).values(batch);
  await tx.delete(contiguity);
  await tx
    .insert(contiguity)
    .values({ level: 'commune', version, pairs: new Uint8Array(staged.borders.buffer) });
  const hash = createHash('sha256')
    .update(`${fingerprint}/${staged.tilesRevision}`)
    .digest('hex')
    .slice(0, 16);
  await tx.insert(tileset).values({ hash, version, minZoom: staged.minZoom, maxZoom: staged.maxZoom });
  for await (const batch of staged.tiles) {
    for (const rows of inBatches(batch, 2_000)) {
      await tx
        .insert(tile)
        .values(rows.map((row) => ({ tileset: hash, ...row, bytes: Buffer.from(row.bytes) })));
    }
  }
  const boxes = JSON.stringify(
    [...staged.bboxes].map(([key, bbox]) => ({ level: key.split('/')[0], code: key.split('/')[1], bbox })),
  );
  await tx.execute(sql`
    update territory t set bbox = b.bbox
    from jsonb_to_recordset(${boxes}::text::jsonb) as b(level text, code text, bbox float4[])
    where t.level = b.level and t.code = b.code`);
  // Where no centre is published (overseas collectivities, arrondissements), the middle of the outline.
  await tx.execute(sql`
    update territory set lon = (bbox[1] + bbox[3]) / 2, lat = (bbox[2] + bbox[4]) / 2
    where bbox is not null and lat is null and level in ('commune', 'arrondissement')`);
}
