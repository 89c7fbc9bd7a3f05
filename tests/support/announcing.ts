/** An archive whose directory announces so many bytes for each of its files. */
export function announcing(archive: Buffer, bytes: number): Buffer {
  const forged = Buffer.from(archive);
  for (let at = forged.indexOf('PK\x01\x02'); at !== -1; at = forged.indexOf('PK\x01\x02', at + 4))
    forged.writeUInt32LE(bytes, at + 24);
  return forged;
}
