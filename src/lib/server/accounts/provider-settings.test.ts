import { expect, it } from 'vitest';
import { providerReason } from '../provider-reason.ts';
import { providerSettings } from './provider-settings.ts';

const whole = { OIDC_ISSUER: 'https://idp.test/api', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };

it('reads a provider, with what the standard asks by default', () => {
  expect(providerSettings({})).toBeNull();
  expect(providerSettings(whole)).toEqual({
    issuer: 'https://idp.test/api',
    clientId: 'id',
    clientSecret: 'secret',
    name: 'idp.test',
    scope: 'openid email profile',
    acr: undefined,
    userinfoAlgorithm: undefined,
    trustsEmail: false,
  });
  expect(providerSettings({ ...whole, OIDC_TRUST_EMAIL: 'true' })?.trustsEmail).toBe(false);
  expect(providerSettings({ ...whole, OIDC_TRUST_EMAIL: '1', OIDC_ACR: 'eidas1' })).toMatchObject({
    trustsEmail: true,
    acr: 'eidas1',
  });
});

it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('refuses a provider without %s', (name) =>
  expect(() => providerSettings({ ...whole, [name]: '' })).toThrow('OIDC_CLIENT_ID'),
);

it('says why one comes back, by names of our own only', () => {
  expect(providerReason('fournisseur-injoignable', 'ProConnect')).toContain('ProConnect ne répond pas');
  for (const reason of [null, '', 'constructor', '__proto__', '<b>'])
    expect(providerReason(reason, 'x')).toBeNull();
});
