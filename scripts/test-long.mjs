/** The whole of the tests that every run takes a share of: hours rather than minutes. */
process.env.MAILLAGE_TEST_SIZE = 'long';
process.argv.push('tests/security', 'tests/db/backup');
await import('./test.mjs');
