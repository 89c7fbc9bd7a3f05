import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { passwordFault } from '#lib/domain/account/password.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { hashPassword } from '#lib/server/accounts/passwords.ts';

/** What is typed is not shown. */
const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

/** A password by the standard input, asked for without showing it when a person is there; hashed, or why not. */
export async function readPassword(
  known: readonly string[],
): Promise<{ hash: string } | { problem: string }> {
  const { stdin } = process;
  if (stdin.isTTY) process.stderr.write('Mot de passe : ');
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY });
  let password = '';
  for await (const line of lines) {
    password = line;
    break;
  }
  lines.close();
  if (stdin.isTTY) process.stderr.write('\n');
  const fault = passwordFault(password, known);
  return fault ? { problem: comptes.faults[fault] } : { hash: await hashPassword(password) };
}
