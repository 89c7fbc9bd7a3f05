/** How often a step that prints nothing says that it still works, in seconds, off a terminal. */
const heartbeat = 15;

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a long step and shows for how long: one line that counts on a terminal, a few lines elsewhere.
 * @template T
 * @param {string} title in French, such as « Installation »
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(title, work) {
  const start = performance.now();
  const live = process.stdout.isTTY;
  const seconds = () => Math.round((performance.now() - start) / 1000);
  if (!live) say(`${title}…`);
  const timer = setInterval(
    () => (live ? process.stdout.write(`\r${title}… ${seconds()} s`) : say(`${title}… ${seconds()} s`)),
    live ? 1000 : heartbeat * 1000,
  );
  let done = false;
  try {
    const result = await work();
    done = true;
    return result;
  } finally {
    clearInterval(timer);
    say(`${live ? '\r' : ''}${title} : ${done ? 'terminé' : 'arrêté'} après ${seconds()} s`);
  }
}
