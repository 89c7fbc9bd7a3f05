/** What went wrong, for those who decide whether to try again. */
export type LiveFault =
  'address' | 'unreachable' | 'missing' | 'refused' | 'later' | 'passing' | 'unfit' | 'disk' | 'stopped';

export interface LiveErrorOptions {
  /** Milliseconds that the producer asks to wait before another try. */
  retryAfter?: number;
  /** Whether what was received so far is wrong, and must not be gone on from. */
  spoilt?: boolean;
}

/** A download that did not end well. The message is a French sentence: what happened, and what to do. */
export class LiveError extends Error {
  override name = 'LiveError';
  readonly fault: LiveFault;
  readonly retryAfter: number | null;
  readonly spoilt: boolean;

  constructor(fault: LiveFault, message: string, { retryAfter, spoilt = false }: LiveErrorOptions = {}) {
    super(message);
    this.fault = fault;
    this.retryAfter = retryAfter ?? null;
    this.spoilt = spoilt;
  }
}
