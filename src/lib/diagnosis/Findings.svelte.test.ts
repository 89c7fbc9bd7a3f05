import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Findings from './Findings.svelte';

const insee = { label: 'Insee', href: '/donnees#insee' };

it('says « Source » over one source, « Sources » over several', async () => {
  await render(Findings, {
    findings: [
      { id: 'one', text: 'Un.', sources: [insee] },
      { id: 'two', text: 'Deux.', sources: [insee, { label: 'Arcep', href: '/donnees#arcep' }] },
    ],
  });
  const [one, two] = page.getByRole('listitem').elements();
  expect(one?.textContent).toMatch(/Source :\s+Insee/);
  expect(two?.textContent).toMatch(/Sources :\s+Insee, Arcep/);
});
