import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('Recent', () => {
  it('makes a thing once, and lets go of the one used longest ago', () => {
    const recent = new Recent<string>(2);
    const made: string[] = [];
    const get = (key: string) =>
      recent.get(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toBe(key.toUpperCase());
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('forgets what matches', () => {
    const recent = new Recent<number>(5);
    let next = 0;
    const get = (key: string) => recent.get(key, () => ++next);
    expect([get('x/1'), get('y/1')]).toEqual([1, 2]);
    recent.forget((key) => key.startsWith('x/'));
    expect([get('x/1'), get('y/1')]).toEqual([3, 2]);
  });
});
