const FIELDS = [
  ['INSEE_COM', 'C', 5],
  ['NOM_COM', 'C', 30],
  ['Locaux', 'N', 24],
  ['ftth', 'N', 24],
] as const;

/** The dBase III table of ARCEP's deployments, in Latin-1, as the producer's tools write it. */
export function dbf(rows: readonly (readonly string[])[], deleted: readonly number[] = []): Buffer {
  const width = 1 + FIELDS.reduce((sum, [, , length]) => sum + length, 0);
  const header = Buffer.alloc(32 + 32 * FIELDS.length + 1);
  header.set([3, 126, 6, 30]);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(width, 10);
  FIELDS.forEach(([name, kind, length], at) => {
    header.write(name, 32 + 32 * at, 'latin1');
    header.write(kind, 32 + 32 * at + 11, 'latin1');
    header[32 + 32 * at + 16] = length;
  });
  header[header.length - 1] = 0x0d;
  const records = rows.map((row, rank) => {
    const cells = FIELDS.map(([, kind, length], at) =>
      kind === 'N' ? (row[at] ?? '').padStart(length) : (row[at] ?? '').padEnd(length),
    );
    return Buffer.from((deleted.includes(rank) ? '*' : ' ') + cells.join(''), 'latin1');
  });
  return Buffer.concat([header, ...records, Buffer.from([0x1a])]);
}
