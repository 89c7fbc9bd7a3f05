import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

test('a fingerprint follows names and contents, and nothing that is left out', () => {
  const root = mkdtempSync(join(tmpdir(), 'maillage-fingerprint-'));
  try {
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'src', 'a.ts'), 'a');
    const of = () => fingerprint(root, ['src', 'absent'], (name) => !name.endsWith('.test.ts'));
    const first = of();
    writeFileSync(join(root, 'src', 'a.test.ts'), 'left out');
    expect(of()).toBe(first);
    writeFileSync(join(root, 'src', 'a.ts'), 'b');
    const changed = of();
    expect(changed).not.toBe(first);
    writeFileSync(join(root, 'src', 'c.ts'), '');
    expect(of()).not.toBe(changed);
  } finally {
    rmSync(root, { recursive: true });
  }
});
