import { afterEach, describe, expect, it } from 'vitest';
import { isKnown, nameBuild, tagOf } from './etag.ts';

describe('a tag', () => {
  afterEach(() => nameBuild(''));

  it('is the same for the same parts, and another for others or for another build', () => {
    const tag = tagOf(['lieux', 3]);
    expect(tagOf(['lieux', 3])).toBe(tag);
    for (const parts of [['lieux', 4], ['lieux', '3'], ['lieux3'], [3, 'lieux']])
      expect(tagOf(parts)).not.toBe(tag);
    nameBuild('another');
    expect(tagOf(['lieux', 3])).not.toBe(tag);
  });

  it('is short and plain whatever it is made of', () => {
    expect(tagOf(['é"\r\n,'.repeat(5000)])).toMatch(/^[\w-]{22}$/);
  });
});

describe('what a reader has', () => {
  it.each(['"abc"', 'W/"abc"', '"x", W/"abc"', '"x","abc"', '*', ' * '])('is told by « %s »', (header) => {
    expect(isKnown(header, 'abc')).toBe(true);
  });

  it.each([null, '', 'abc', '"ab"', 'W/"x", "y"', 'w/"abc"'])('is not told by « %s »', (header) => {
    expect(isKnown(header, 'abc')).toBe(false);
  });
});
