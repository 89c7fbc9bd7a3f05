import { describe, expect, it } from 'vitest';
import { ancestorsOf, letFrame, themedPage } from './framing.ts';

describe('who may frame', () => {
  it.each([
    [undefined, '*'],
    ['', '*'],
    ['*', '*'],
    ['https://ville.fr', "'self' https://ville.fr"],
    ['https://ville.fr, *.departement.fr:8443', "'self' https://ville.fr *.departement.fr:8443"],
    ['https://ville.fr *', '*'],
    ['aucun', "'self'"],
  ])('%s → %s', (setting, ancestors) => {
    expect(ancestorsOf(setting)).toBe(ancestors);
  });

  it.each([
    'https://ville.fr; script-src *',
    "'none'",
    'ville.fr/page',
    'javascript:',
    'https://ville.fr\r\nx: y;',
  ])('refuses %j', (setting) => {
    expect(() => ancestorsOf(setting)).toThrow('EMBED_ANCESTORS');
  });
});

it('opens the ancestors alone: the rest of the policy stays', () => {
  const headers = new Headers({
    'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'self'",
  });
  letFrame(headers, "'self' https://ville.fr");
  expect(headers.get('x-frame-options')).toBeNull();
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'self'; frame-ancestors 'self' https://ville.fr; base-uri 'self'",
  );
});

it('marks an explicit theme only', () => {
  expect(themedPage('<html lang="fr">', 'dark')).toBe('<html lang="fr" data-theme="dark">');
  expect(themedPage('<html lang="fr">', 'auto')).toBe('<html lang="fr">');
});
