import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSaved, withSaved, writeSaved } from './saved-list.ts';

describe('what a browser kept', () => {
  it('comes back as it was written', () => {
    const saved = [
      { name: 'Pays de Redon', tokens: ['35236', '-35168'] },
      { name: 'Île', tokens: ['R11'] },
    ];
    expect(readSaved(writeSaved(saved))).toEqual({ saved, damaged: false });
    expect(readSaved(null)).toEqual({ saved: [], damaged: false });
  });

  it('leaves out what cannot be read back, and says so', () => {
    expect(readSaved('{')).toEqual({ saved: [], damaged: true });
    expect(readSaved('{"a":1}')).toEqual({ saved: [], damaged: true });
    const mixed = JSON.stringify([
      { name: 'Ici', per: '38' },
      { name: '', per: '38' },
      { name: 'Vide', per: 'x' },
      3,
    ]);
    expect(readSaved(mixed)).toEqual({ saved: [{ name: 'Ici', tokens: ['38'] }], damaged: true });
  });

  it('keeps one perimeter a name', () => {
    const saved = withSaved([{ name: 'Ici', tokens: ['38'] }], { name: 'Ici', tokens: ['69'] });
    expect(saved).toEqual([{ name: 'Ici', tokens: ['69'] }]);
    expect(withSaved(saved, { name: 'Là', tokens: ['01'] })).toHaveLength(2);
  });

  it('never throws, whatever was kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { saved } = readSaved(text);
        expect(readSaved(writeSaved(saved))).toEqual({ saved, damaged: false });
      }),
    );
  });
});
