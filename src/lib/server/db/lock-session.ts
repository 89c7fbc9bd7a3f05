import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

/** A session that holds a lock. */
export interface LockSession {
  ask<T>(question: (sql: postgres.Sql) => Promise<T>): Promise<T>;
  /** From now on a cut session is not opened again. */
  settle(): void;
  close(): Promise<void>;
}

/**
 * One connection that takes a lock, and takes it again should PostgreSQL restart its sessions
 * (it does when one of its processes crashes), so that the lock outlives everything but us.
 */
export async function openSession(
  url: string,
  applicationName: string,
  take: (sql: postgres.Sql) => Promise<void>,
): Promise<LockSession> {
  let leaving = false;
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    // postgres.js closes a connection after about 45 minutes unless told never to.
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    prepare: false,
    onnotice: () => undefined,
    connection: { application_name: applicationName },
    onclose: () => {
      if (!leaving) void retake();
    },
  });
  let taken = false;
  let retaking = false;
  const takeAgain = () =>
    take(sql).then(
      () => true,
      () => false,
    );
  async function retake(): Promise<void> {
    if (!taken || retaking) return;
    retaking = true;
    for (let attempt = 0; attempt < 20 && !leaving && !(await takeAgain()); attempt++) {
      await sleep(250, undefined, { ref: false });
    }
    retaking = false;
  }
  try {
    await take(sql);
    taken = true;
  } catch (error) {
    leaving = true;
    await sql.end({ timeout: 1 });
    throw error;
  }
  return {
    ask: (question) => question(sql),
    settle: () => void (leaving = true),
    async close() {
      leaving = true;
      await sql.end({ timeout: 2 });
    },
  };
}
