/** A browser without a screen: keeps the cookies of each host and port, and goes where it is sent. */
export class CookieJar {
  readonly #kept = new Map<string, Map<string, string>>();

  /** One request, with what the jar holds for its address. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const own = this.#kept.get(host) ?? new Map<string, string>();
    this.#kept.set(host, own);
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...(init.headers as Record<string, string> | undefined), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) own.delete(pair.slice(0, at));
      else own.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Follows redirections until `stop` says so, or there is none; gives the last address and answer. */
  async follow(
    url: string,
    stop: (url: string) => boolean = () => false,
  ): Promise<{ url: string; response: Response }> {
    let at = url;
    for (let steps = 0; steps < 20; steps++) {
      if (stop(at)) return { url: at, response: new Response(null) };
      const response = await this.fetch(at);
      const next = response.headers.get('location');
      if (next === null) return { url: at, response };
      at = new URL(next, at).href;
    }
    throw new Error(`redirected for ever from ${url}`);
  }

  get(url: string, name: string): string | undefined {
    return this.#kept.get(new URL(url).host)?.get(name);
  }

  set(url: string, name: string, value: string): void {
    this.#kept.get(new URL(url).host)?.set(name, value);
  }
}
