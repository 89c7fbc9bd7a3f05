import { refuseOldNode } from './node-version.mjs';
import { Refusal } from './processes.mjs';

/**
 * Runs a command line: refuses an old Node, prints a French refusal as it is, exits with the code.
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  const refusal = refuseOldNode(process.versions.node);
  try {
    if (refusal) throw new Refusal(refusal);
    process.exit(await work());
  } catch (error) {
    const words =
      error instanceof Refusal ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${words}\n`);
    process.exit(1);
  }
}
