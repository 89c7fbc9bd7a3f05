const HOUR_MS = 60 * 60 * 1000;

/** A session that nobody uses for a working day is over. */
export const IDLE_MS = 12 * HOUR_MS;

/** However much it is used, a session ends after a week. */
export const LIFE_MS = 7 * 24 * HOUR_MS;

/** A use is written down at most this often: a page is not a write. */
export const NOTED_EVERY_MS = 5 * 60 * 1000;

/** An invitation opens for a week. */
export const INVITATION_MS = 7 * 24 * HOUR_MS;

/** A link to choose a new password opens for a day. */
export const RECOVERY_MS = 24 * HOUR_MS;

/** The journal keeps a year: the CNIL asks six months to one year (délibération n° 2021-122 du 14 octobre 2021). */
export const JOURNAL_MS = 365 * 24 * HOUR_MS;

/** Whether a session still stands. */
export const stands = ({ seenAt, endsAt }: { seenAt: Date; endsAt: Date }, now: Date): boolean =>
  now.getTime() < endsAt.getTime() && now.getTime() - seenAt.getTime() < IDLE_MS;
