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
    scenarios.save({ name: 'Trois', query: 'v=1&ajout=38185' });
    scenarios.save({ name: 'Deux', query: 'n=2&dans=38' });
    expect(new Scenarios(() => storage).list).toEqual([
      { name: 'Deux', query: 'n=2&dans=38' },
      { name: 'Trois', query: 'v=1&ajout=38185' },
    ]);
    const before = scenarios.list;
    const removed = scenarios.remove('Deux');
    expect(scenarios.list.map(({ name }) => name)).toEqual(['Trois']);
    if (removed) scenarios.restore(removed);
    expect(new Scenarios(() => storage).list).toEqual(before);
    expect(scenarios.remove('Quatre')).toBeNull();
  });

  it('loses nothing of two tabs that save, and each sees what the other saved', () => {
    const storage = storageOf(null);
    const [one, other] = [new Scenarios(() => storage), new Scenarios(() => storage)];
    const tab = new EventTarget() as unknown as Window;
    const stop = one.listen(tab);
    one.save({ name: 'Un', query: 'n=1' });
    other.save({ name: 'Deux', query: 'n=2' });
    expect(new Scenarios(() => storage).list.map(({ name }) => name)).toEqual(['Deux', 'Un']);
    expect(one.list.map(({ name }) => name)).toEqual(['Un']);
    tab.dispatchEvent(new StorageEvent('storage', { key: 'maillage-scenarios' }));
    expect(one.list.map(({ name }) => name)).toEqual(['Deux', 'Un']);
    const removed = one.remove('Un');
    other.save({ name: 'Un', query: 'n=9' });
    // Taken meanwhile: what came last stays.
    if (removed) one.restore(removed);
    expect(one.list).toEqual([
      { name: 'Un', query: 'n=9' },
      { name: 'Deux', query: 'n=2' },
    ]);
    stop();
    storage.held.text = '[]';
    tab.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(one.list).toHaveLength(2);
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
    full.save({ name: 'b', query: '' });
    expect([full.list.map(({ name }) => name), full.refused]).toEqual([['b', 'a'], true]);
  });
});
