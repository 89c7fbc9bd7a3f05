/** An expected refusal: the message is a French sentence that says what is safe and what to do next. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal';
}
