import { describe, expect, it } from 'vitest';
import { Scenarios } from './scenarios.svelte.ts';

const storageOf = (text: string | null) => {
  const held = { text };
  return {
    held,
    getItem: () => held.text,
    setItem: (_: string, value: string) => {
      held.text = value;
    },
  };
};

describe('Scenarios', () => {
  it('keeps scenarios by name, the last one first, and finds them again', () => {
    const storage = storageOf(null);
    const scenarios = new Scenarios(() => storage);
    scenarios.save({ name: 'Deux', query: 'n=2' });
    scenarios.save({ name: 'Trois', query: 'n=3' });
    scenarios.save({ name: 'Deux', query: 'n=2&dans=38' });
    expect(new Scenarios(() => storage).list).toEqual([
      { name: 'Deux', query: 'n=2&dans=38' },
      { name: 'Trois', query: 'n=3' },
    ]);
    const before = scenarios.list;
    scenarios.remove('Deux');
    expect(scenarios.list.map(({ name }) => name)).toEqual(['Trois']);
    scenarios.keep(before);
    expect(new Scenarios(() => storage).list).toEqual(before);
  });

  it('leaves out what is not a scenario, and says when a browser refuses', () => {
    expect(new Scenarios(() => storageOf('[{"name":"a","query":"n=1"},3,{"name":4}]')).list).toHaveLength(1);
    const broken = new Scenarios(() => storageOf('{'));
    expect([broken.list, broken.refused]).toEqual([[], true]);
    const full = new Scenarios(() => ({
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    }));
    full.save({ name: 'a', query: '' });
    expect([full.list.length, full.refused]).toEqual([1, true]);
  });
});
