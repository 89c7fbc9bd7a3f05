import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountNamed, canEnter } from '../../src/lib/server/db/cluster/account.ts';
import { openCluster, type Cluster } from '../../src/lib/server/db/cluster/cluster.ts';
import { failureFromOutput } from '../../src/lib/server/db/cluster/failure.ts';
import { openElsewhere } from '../support/cluster-process.ts';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts';

const root = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const settings = { fsync: 'off' };

let folder: string;

beforeEach(async () => {
  folder = await makeDataFolder();
});

afterEach(async () => {
  await removeDataFolder(folder);
});

test.each([
  [
    'FATAL: could not write: No space left on device',
    /est plein.*n’ont pas été touchées.*Libérez de la place/s,
  ],
  ['initdb: error: could not create directory: Permission denied', /permission refusée.*DATA_DIR/s],
  ['could not open file: Read-only file system', /lecture seule/],
  ['FATAL: something new', /PostgreSQL a écrit :\nFATAL: something new/],
])('a failure is told in French: %s', (output, words) => {
  expect(failureFromOutput('La base n’a pas pu démarrer', output, '/data').message).toMatch(words);
});

if (root) {
  describe('as root', () => {
    const fallbackRoot = () => join(folder, 'fallback');
    const lines: string[] = [];
    const open = (dataDir: string): Promise<Cluster> => {
      lines.length = 0;
      return openCluster({
        dataDir,
        settings,
        fallbackRoot: fallbackRoot(),
        projectDir: folder,
        log: (line) => void lines.push(line),
      });
    };

    test('PostgreSQL runs under its own account, in the data folder when it can enter it', async () => {
      const cluster = await open(join(folder, 'data'));
      expect(cluster.pgData).toBe(join(folder, 'data', 'pg'));
      expect((await stat(cluster.pgData)).uid).not.toBe(0);
      expect(lines).toEqual([]);
      await cluster.release();
    });

    test('from a 0700 folder, its files live elsewhere, once and for all, and it says where', async () => {
      const closed = join(folder, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const first = await open(join(closed, 'data'));
      expect(first.pgData.startsWith(fallbackRoot())).toBe(true);
      expect(lines.join('\n')).toContain(first.pgData);
      await first.release();
      await chmod(closed, 0o755);
      const second = await open(join(closed, 'data'));
      expect(second.pgData).toBe(first.pgData);
      await second.release();
      const other = await open(join(folder, 'other'));
      expect(other.pgData).not.toBe(first.pgData);
      await other.release();
    });

    test('the account is created when the machine has none', async () => {
      const name = `maillage${process.pid}`;
      try {
        const account = await accountNamed(name);
        expect(account.uid).toBeGreaterThan(0);
        expect(await accountNamed(name)).toEqual(account);
      } finally {
        spawnSync('userdel', [name]);
      }
    });

    test('data that its account can no longer reach is refused in words', async () => {
      const moved = join(folder, 'moved');
      const cluster = await open(moved);
      await cluster.release();
      await chmod(moved, 0o700);
      await expect(open(moved)).rejects.toThrow(/ne peut plus entrer.*intactes.*chmod a\+x/s);
    });
  });

  // Another account has to read the project, which a clone under root's home forbids.
  if (await canEnter(resolve('node_modules'), nobody)) {
    describe('as an ordinary user', () => {
      test('everything stays in the data folder, under that user', async () => {
        await chown(folder, nobody.uid, nobody.gid);
        const dataDir = join(folder, 'data');
        const user = await openElsewhere({ dataDir, settings }, nobody);
        expect(user.found.error).toBeUndefined();
        expect((await stat(user.found.pgData)).uid).toBe(nobody.uid);
        await user.leave();
        expect((await readdir(dataDir)).sort()).toEqual(['pg', 'postgres.log']);
      });

      test('data that such a user wrote keeps its owner when root opens it', async () => {
        await chown(folder, nobody.uid, nobody.gid);
        const theirs = await openElsewhere({ dataDir: folder, settings }, nobody);
        expect(theirs.found.error).toBeUndefined();
        await theirs.leave();
        const ours = await openCluster({ dataDir: folder, settings, log: () => undefined });
        expect((await stat(ours.pgData)).uid).toBe(nobody.uid);
        await ours.release();
      });

      test('a folder that cannot be written is refused in words', async () => {
        const user = await openElsewhere({ dataDir: folder, settings }, nobody);
        expect(user.found.error).toMatch(/ne peut pas être utilisé : permission refusée.*DATA_DIR/s);
      });

      test('data that root’s PostgreSQL wrote is refused in words, untouched', async () => {
        const dataDir = join(folder, 'data');
        const cluster = await openCluster({ dataDir, settings, log: () => undefined });
        await cluster.release();
        await chown(dataDir, nobody.uid, nobody.gid);
        const user = await openElsewhere({ dataDir, settings }, nobody);
        expect(user.found.error).toMatch(/appartiennent à un autre compte.*intactes/s);
      });
    });
  }

  // A small disk needs the right to mount one, which most containers withhold.
  const small = await makeDataFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', small]).status === 0;
  if (mounted) spawnSync('umount', [small]);
  await rm(small, { recursive: true });
  if (mounted) {
    test('a full disk is told in words, and its half-made files are removed', async () => {
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', folder]);
      try {
        await writeFile(join(folder, 'kept'), 'kept');
        await expect(openCluster({ dataDir: folder, settings, log: () => undefined })).rejects.toThrow(
          /est plein/,
        );
        expect(await readdir(folder)).toEqual(['kept']);
        expect(await readFile(join(folder, 'kept'), 'utf8')).toBe('kept');
      } finally {
        spawnSync('umount', [folder]);
      }
    });
  }
}
