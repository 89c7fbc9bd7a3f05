import { describe, expect, it } from 'vitest';
import { isSingleUser } from './single-user.ts';

const here = { host: undefined, hostname: 'localhost', address: '127.0.0.1' };

describe('who may write without an account', () => {
  it.each([here, { ...here, host: '127.0.0.1' }, { ...here, hostname: '[::1]', address: '::1' }])(
    'the person at the machine: %o',
    (caller) => expect(isSingleUser(caller)).toBe(true),
  );

  it.each([
    { ...here, host: '0.0.0.0' },
    { ...here, hostname: 'maillage.exemple.fr' },
    { ...here, hostname: '127.0.0.1.exemple.fr' },
    { ...here, address: '192.168.1.12' },
    { ...here, address: '' },
  ])('nobody else: %o', (caller) => expect(isSingleUser(caller)).toBe(false));
});
