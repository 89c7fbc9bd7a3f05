import { expect, it } from 'vitest';
import { isLostConnection } from './lost-connection.ts';

const thrownAt = (error: Error, where: string): Error =>
  Object.assign(error, { stack: `${error.name}: ${error.message}\n    at nextWrite (${where}:255:22)` });

it('knows a connection lost under the driver from a fault of ours', () => {
  const words = "Cannot read properties of null (reading 'write')";
  const driver = '/srv/maillage/node_modules/postgres/src/connection.js';
  expect(isLostConnection(thrownAt(new TypeError(words), driver))).toBe(true);
  expect(isLostConnection(Object.assign(new Error('write'), { code: 'CONNECTION_CLOSED' }))).toBe(true);
  expect(isLostConnection(thrownAt(new TypeError(words), '/srv/maillage/build/server/app.js'))).toBe(false);
  expect(isLostConnection(thrownAt(new RangeError(words), driver))).toBe(false);
  expect(isLostConnection('CONNECTION_CLOSED')).toBe(false);
});
