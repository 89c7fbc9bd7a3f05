import { describe, expect, it } from 'vitest';
import { odsCell, odsContent, odsRow, odsTable, xlsxParts, zipOf } from './fixture.ts';
import { readBytes } from './read-bytes.ts';

const read = (bytes: Buffer) => readBytes(bytes, 'lieux', () => undefined);

describe('a zip', () => {
  it('is refused when it is too large, too dense, or something else', async () => {
    const parts = { mimetype: 'x', 'content.xml': odsContent('') };
    await expect(zipOf({ 'a.csv': 'a;b' }).then(read)).rejects.toThrow(/archive zip/);
    await expect(zipOf({ ...parts, bomb: Buffer.alloc(2_000_000) }).then(read)).rejects.toThrow(/200 fois/);
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`p${at}`, '']));
    await expect(zipOf({ ...parts, ...many }).then(read)).rejects.toThrow(/éléments/);
    const twice = (await zipOf(xlsxParts({ sheets: { F: '' } })))
      .toString('latin1')
      .replaceAll('[Content_Types].xml', 'xl/workbook.xml\0\0\0\0');
    await expect(read(Buffer.from(twice, 'latin1'))).rejects.toThrow(/abîmé|ne se lit pas|feuille/);
  });

  it('is refused when its directory lies about sizes or places', async () => {
    const zip = await zipOf({
      'content.xml': odsContent(odsTable('F', odsRow(odsCell('a')))),
      b: 'b'.repeat(500),
    });
    const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const small = Buffer.from(zip);
    small.writeUInt32LE(10, directory + 24);
    await expect(read(small)).rejects.toThrow(/abîmé/);
    const huge = Buffer.from(zip);
    huge.writeUInt32LE(300 * 1024 * 1024, directory + 24);
    await expect(read(huge)).rejects.toThrow(/taille annoncée/);
    const second = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'), directory + 4);
    const overlapping = Buffer.from(zip);
    overlapping.writeUInt32LE(0, second + 42);
    await expect(read(overlapping)).rejects.toThrow(/recouvrent/);
  });
});

describe('readBytes', () => {
  it.each([
    ['an old XLS', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /XLS/],
    ['a web page', '<!DOCTYPE html><table></table>', /page web/],
    ['nothing', '', /vide/],
    ['blanks', '  \n', /vide/],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), /CSV, XLSX, ODS/],
  ])('refuses %s', async (_, content, expected) => {
    await expect(read(Buffer.from(content))).rejects.toThrow(expected);
  });
});
