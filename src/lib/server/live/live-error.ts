/** What went wrong, for those who decide whether to try again. */
export type LiveFault =
  'address' | 'unreachable' | 'missing' | 'refused' | 'later' | 'passing' | 'unfit' | 'disk' | 'stopped';

export interface LiveErrorOptions {
  /** Who answered so, where the file was sent on to another host. */
  host?: string;
  /** Milliseconds that the producer asks to wait before another try. */
  retryAfter?: number | null;
  /** Whether what was received so far is wrong, and must not be gone on from. */
  spoilt?: boolean;
}

/** A download that did not end well. The message is a French sentence: what happened, and what to do. */
export class LiveError extends Error {
  override name = 'LiveError';
  readonly fault: LiveFault;
  readonly host: string | null;
  readonly retryAfter: number | null;
  readonly spoilt: boolean;

  constructor(
    fault: LiveFault,
    message: string,
    { host, retryAfter, spoilt = false }: LiveErrorOptions = {},
  ) {
    super(message);
    this.fault = fault;
    this.host = host ?? null;
    this.retryAfter = retryAfter ?? null;
    this.spoilt = spoilt;
  }
}
