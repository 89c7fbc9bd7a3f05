import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './root.mjs';

/**
 * How to call npm: the one that called us, else the one beside Node, else the one on the path.
 * @returns {{ program: string, first: string[], shell: boolean }}
 */
export function npmCommand() {
  const beside = dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath ?? '',
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const script = scripts.find((path) => /npm-cli\.c?js$/.test(path) && existsSync(path));
  if (script) return { program: process.execPath, first: [script], shell: false };
  return { program: 'npm', first: [], shell: process.platform === 'win32' };
}

/**
 * Runs npm in the project and keeps what it prints.
 * @param {string[]} args
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function npm(args) {
  const { program, first, shell } = npmCommand();
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], {
      cwd: projectRoot,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.once('error', (error) => resolve({ code: 127, stdout, stderr: stderr + error.message }));
    child.once('close', (code) => resolve({ code: code ?? 130, stdout, stderr }));
  });
}
