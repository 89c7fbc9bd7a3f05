import { setTimeout as pause } from 'node:timers/promises';

/** Stages at which an import waits for a person, or is over. */
const AT_REST = new Set(['columns', 'checked', 'done', 'failed']);

const START = '/lieux/importer';

/** An import as a browser drives it: through the forms of its pages. */
export class IntakeVisitor {
  readonly #url: string;
  #at = START;

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends a file; gives the stage at which its reading ended, `refused` when the form itself said no. */
  async send(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.set('liste', '');
    form.set('nom', 'Banc');
    form.set('fichier', new File([bytes], name));
    const opened = await this.#post('send', form);
    if (opened === null) return 'refused';
    this.#at = opened;
    return this.#settled();
  }

  /** Answers the page with a form; gives the stage where that led. */
  async act(action: 'check' | 'confirm', fields: readonly string[] = []): Promise<string> {
    const form = new FormData();
    for (const field of fields) form.append('champ', field);
    if ((await this.#post(action, form)) === null) throw new Error(`${action} was refused`);
    return this.#settled();
  }

  /** Gives the file up; one that was refused left nothing. */
  async cancel(): Promise<void> {
    if (this.#at !== START) await this.#post('cancel', new FormData());
  }

  /** Where the form leads; `null` when it is refused. */
  async #post(action: string, form: FormData): Promise<string | null> {
    const response = await fetch(`${this.#url}${this.#at}?/${action}`, {
      method: 'POST',
      body: form,
      headers: { origin: this.#url, accept: 'text/html' },
      redirect: 'manual',
    });
    if (response.status === 400 || response.status === 413) return null;
    const location = response.headers.get('location');
    if (response.status !== 303 || location === null)
      throw new Error(`${action}: ${response.status} ${(await response.text()).slice(0, 500)}`);
    return new URL(location, this.#url).pathname;
  }

  async #settled(): Promise<string> {
    for (;;) {
      const stage = await this.#stage();
      if (AT_REST.has(stage)) return stage;
      await pause(100);
    }
  }

  /** Of the page's own data: the last node, whose first value tells where each field stands. */
  async #stage(): Promise<string> {
    const response = await fetch(`${this.#url}${this.#at}/__data.json`);
    const { nodes } = (await response.json()) as { nodes: { data?: unknown[] }[] };
    const data = nodes.at(-1)?.data ?? [];
    return String(data[(data[0] as { stage: number }).stage]);
  }
}
