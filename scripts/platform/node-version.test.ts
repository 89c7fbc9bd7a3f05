import { expect, test } from 'vitest';
import { refuseOldNode } from './node-version.mjs';

test.each(['18.20.4', '20.18.3', '16.0.0'])('Node %s is refused in words', (version) => {
  expect(refuseOldNode(version)).toContain(`celui-ci est le ${version}`);
});

test.each(['20.19.0', '20.20.2', '22.0.0', '25.1.0'])('Node %s will do', (version) => {
  expect(refuseOldNode(version)).toBeNull();
});
