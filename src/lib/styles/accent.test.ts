import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accentRoles } from './accent.ts';
import { contrast } from './colour.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

it('keeps every accent readable on every ground of both themes, and text on it', () => {
  fc.assert(
    fc.property(colours, (hex) => {
      const { light, dark } = accentRoles(hex);
      for (const ground of ['#fbfaf6', '#ffffff', '#f2f0e9', light.soft]) {
        expect(contrast(light.accent, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(light.hover, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const ground of ['#11191d', '#182227', '#0c1316', dark.soft]) {
        expect(contrast(dark.accent, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark.hover, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const { accent, on } of [light, dark]) expect(contrast(accent, on)).toBeGreaterThanOrEqual(4.5);
      // Body text on the soft ground.
      expect(contrast('#19232a', light.soft)).toBeGreaterThanOrEqual(4.5);
      expect(contrast('#e8ece9', dark.soft)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 3_000 },
  );
});

it('leaves the accent of Maillage as it is on a light ground', () => {
  expect(accentRoles('#0a5960').light.accent).toBe('#0a5960');
});
