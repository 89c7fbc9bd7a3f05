import { brotliCompressSync, gzipSync } from 'node:zlib';
import { decodeColumn, encodeColumn } from '#lib/domain/indicators/column-file.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import { readColumnFile } from '#lib/server/queries/columns.ts';
import { readTerritories } from '#lib/server/queries/territories.ts';
import { connectLoaded } from './loaded.ts';
import { medianTime, rounded } from './measure.ts';

/** Column files of the communes against the same figures as JSON by code: bytes, and time to decode. */
export async function benchColumns(): Promise<object> {
  const { database, release } = await connectLoaded();
  try {
    const communes = (await readTerritories(database)).all('commune');
    const columns: Record<string, object> = {};
    for (const { id } of INDICATORS) {
      const file = await readColumnFile(database, id, 'commune');
      if (!file) continue;
      const column = decodeColumn(file.bytes);
      const json = JSON.stringify(
        Object.fromEntries(
          communes.map(({ code, ordinal }) => {
            const { state, value } = cellAt(column, ordinal);
            return [code, state === 'value' ? value : state];
          }),
        ),
      );
      const decode = await medianTime(() => decodeColumn(file.bytes), 15);
      const parse = await medianTime(() => JSON.parse(json) as unknown, 15);
      columns[id] = {
        bytes: {
          file: file.bytes.length,
          gzip: gzipSync(file.bytes).length,
          brotli: brotliCompressSync(file.bytes).length,
        },
        jsonGzip: gzipSync(json).length,
        gzipShareOfJson: rounded(gzipSync(file.bytes).length / gzipSync(json).length),
        decodeTimesFasterThanJson: rounded(parse / decode),
        roundTripIsExact: Buffer.from(encodeColumn(column)).equals(Buffer.from(file.bytes)),
      };
    }
    return { communes: communes.length, columns };
  } finally {
    await release();
  }
}
