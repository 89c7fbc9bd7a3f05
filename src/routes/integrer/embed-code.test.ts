import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { componentCode, iframeCode, policyCode, type EmbedCode } from './embed-code.ts';

const code: EmbedCode = {
  origin: 'https://maillage.exemple.fr',
  kind: 'carte',
  query: 'i=fibre-2026&t=38',
  path: '/cadre/carte?i=fibre-2026&t=38&apparence=sombre',
  page: '/carte?i=fibre-2026&t=38',
  title: 'L’« Isère » <b>"fibrée"</b>',
  look: [['apparence', 'sombre']],
  height: 620,
  width: null,
  script: '/integrer/maillage.js',
};

describe('the code to copy', () => {
  it('lets no title out of its attribute', () => {
    for (const text of [iframeCode(code), componentCode(code)]) {
      expect(text).not.toContain('<b>');
      expect(text).toContain('&lt;b&gt;&quot;fibrée&quot;');
      expect(text).toContain('i=fibre-2026&amp;t=38');
    }
  });

  it('needs no inline style nor script of the page around', () => {
    for (const text of [iframeCode(code), componentCode(code)])
      expect(text).not.toMatch(/ style=| on\w+=|javascript:|<script(?! type="module" src=)/);
  });

  it('holds a link for where the view cannot be shown', () => {
    expect(componentCode(code)).toContain(
      '<a href="https://maillage.exemple.fr/carte?i=fibre-2026&amp;t=38">',
    );
  });

  it('says what the policy of the page around must allow', () => {
    expect(policyCode(code.origin)).toBe(
      'script-src https://maillage.exemple.fr; frame-src https://maillage.exemple.fr',
    );
  });
});

it('gives the frame of the component what the bare one has, and speaks the words of the views', () => {
  const element = readFileSync(new URL('./element.js', import.meta.url), 'utf8');
  const host = readFileSync(new URL('../cadre/host.ts', import.meta.url), 'utf8');
  const sandbox = /sandbox="([^"]+)"/.exec(iframeCode(code))?.[1];
  expect(element).toContain(`'${sandbox}'`);
  expect(sandbox).not.toMatch(/top-navigation|modals|pointer-lock/);
  for (const word of ['pret', 'hote', 'hauteur', 'selection', 'territoire', 'nom'])
    expect([word, element.includes(word), host.includes(word)]).toEqual([word, true, true]);
});
