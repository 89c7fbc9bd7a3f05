/** Why a file cannot be taken. Its message is for a person: what happened, what is safe, what to do. */
export class IntakeError extends Error {
  override name = 'IntakeError';
  /** What happened, alone: for whoever has other advice to give. */
  readonly happened: string;

  /** `cause`: for the logs, never for the person. */
  constructor(happened: string, advice: string, cause?: unknown) {
    super(`${happened} Rien n’a été enregistré. ${advice}`, { cause });
    this.happened = happened;
  }

  /** The same error once its message came back from another thread. */
  static from(message: string): IntakeError {
    const error = new IntakeError('', '');
    error.message = message;
    return error;
  }
}
