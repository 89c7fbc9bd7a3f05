import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../colour.ts';

const css = readFileSync(new URL('./colour.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/:root[^{]*\{([^{}]*)\}/g)].map((match) => match[1] as string);
const rolesOf = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map((match) => [match[1] as string, match[2] as string]),
  );
const [light, darkBySystem, darkByChoice] = blocks.map(rolesOf) as [
  Map<string, string>,
  Map<string, string>,
  Map<string, string>,
];

describe('colour roles', () => {
  it('are the same whether the dark theme comes from the system or from a choice', () => {
    expect(blocks).toHaveLength(3);
    expect(darkBySystem).toEqual(darkByChoice);
    expect([...darkByChoice.keys()]).toEqual([...light.keys()]);
  });

  describe.each([
    ['light', light],
    ['dark', darkByChoice],
  ])('in the %s theme', (_, roles) => {
    const role = (name: string): string => roles.get(name) as string;
    const grounds = ['ground', 'surface', 'sunk'];

    it.each(['ink', 'ink-muted', 'accent', 'accent-hover', 'positive', 'caution', 'critical'])(
      '%s reads on every ground at 4.5:1',
      (name) => {
        for (const ground of grounds) expect(contrast(role(name), role(ground))).toBeGreaterThanOrEqual(4.5);
      },
    );

    it.each(['line-strong', 'focus'])('%s shows on every ground at 3:1', (name) => {
      for (const ground of grounds) expect(contrast(role(name), role(ground))).toBeGreaterThanOrEqual(3);
    });

    it.each(['positive', 'caution', 'critical', 'accent'])('%s and ink read on their soft ground', (name) => {
      expect(contrast(role(name), role(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(role('ink'), role(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
    });

    it('text reads on the accent and on marked words', () => {
      expect(contrast(role('on-accent'), role('accent'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(role('on-accent'), role('accent-hover'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(role('ink'), role('mark'))).toBeGreaterThanOrEqual(4.5);
    });
  });
});
