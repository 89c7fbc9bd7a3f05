/*
 * <maillage-vue vue="carte" parametres="i=fibre-2026&t=38" titre="La fibre en Isère">
 *   <a href="https://…/carte?i=fibre-2026&t=38">La fibre en Isère</a>
 * </maillage-vue>
 *
 * A view of Maillage in a page of yours. It needs, of the page's content security policy, the site of
 * Maillage in `script-src` and in `frame-src`; no inline style, no inline script, nothing else. What is
 * inside the element is shown when the view cannot be.
 *
 * Attributes: vue (carte, chiffre, tableau, lieux), parametres (as in the address of Maillage), titre,
 * apparence (claire, sombre), accent (six hexadecimal digits), taille (petite, grande), hauteur (pixels,
 * before the view says its own), origine (the site of Maillage, when this file is served by another).
 * Events: maillage-pret; maillage-selection, whose detail is { territoire, nom }.
 */
const VIEWS = {
  carte: { title: 'Carte', height: 900 },
  chiffre: { title: 'Chiffre', height: 340 },
  tableau: { title: 'Tableau', height: 640 },
  lieux: { title: 'Lieux d’aide', height: 640 },
};
const LOOK = ['apparence', 'accent', 'taille'];
const TALLEST = 6000;
/** What the view inside is refused: to lead the page away, to speak in its name, to ask for a device. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';
/** A view that has said nothing this long after its frame was loaded was refused. */
const SILENCE_MS = 8000;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; border: 0; color-scheme: normal; }
  .instead[hidden] { display: none; }
`);

class MaillageView extends HTMLElement {
  static observedAttributes = ['vue', 'parametres', 'titre', 'hauteur', 'origine', ...LOOK];

  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {HTMLElement | null} */
  #instead = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;
  /** @param {MessageEvent} event */
  #listen = (event) => this.#hear(event);

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', SANDBOX);
    frame.setAttribute('referrerpolicy', 'strict-origin-when-cross-origin');
    frame.loading = 'lazy';
    frame.addEventListener('load', () => this.#greet());
    const instead = document.createElement('div');
    instead.className = 'instead';
    instead.hidden = true;
    instead.append(document.createElement('slot'));
    root.replaceChildren(frame, instead);
    this.#frame = frame;
    this.#instead = instead;
    window.addEventListener('message', this.#listen);
    this.#show();
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#listen);
    clearTimeout(this.#silence);
    this.#frame = null;
  }

  attributeChangedCallback() {
    if (this.#frame) this.#show();
  }

  /** The site that the view comes from: that of this file, unless the page says another. */
  get #origin() {
    const said = this.getAttribute('origine');
    return new URL(said !== null && URL.canParse(said) ? said : import.meta.url).origin;
  }

  #show() {
    if (!this.#frame) return;
    const asked = this.getAttribute('vue') ?? 'carte';
    const kind = Object.hasOwn(VIEWS, asked) ? /** @type {keyof typeof VIEWS} */ (asked) : 'carte';
    const parameters = new URLSearchParams(this.getAttribute('parametres') ?? '');
    for (const name of LOOK) {
      const value = this.getAttribute(name);
      if (value !== null) parameters.set(name, value);
    }
    const address = `${this.#origin}/cadre/${kind}?${parameters}`;
    this.#frame.title = this.getAttribute('titre') ?? VIEWS[kind].title;
    if (this.#frame.getAttribute('src') === address) return;
    // Another view says its own height anew.
    this.#frame.height = String(Number(this.getAttribute('hauteur')) || VIEWS[kind].height);
    this.#frame.src = address;
  }

  #greet() {
    this.#frame?.contentWindow?.postMessage({ maillage: 'hote' }, this.#origin);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (this.#instead) this.#instead.hidden = false;
    }, SILENCE_MS);
  }

  /** @param {MessageEvent} event */
  #hear({ data, source, origin }) {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin) return;
    if (typeof data !== 'object' || data === null) return;
    switch (data.maillage) {
      case 'pret':
        this.#frame.contentWindow?.postMessage({ maillage: 'hote' }, this.#origin);
        break;
      case 'hauteur':
        this.#settle(Number(data.hauteur));
        break;
      case 'selection':
        this.#tell('maillage-selection', { territoire: String(data.territoire), nom: String(data.nom) });
        break;
    }
  }

  /** @param {number} height */
  #settle(height) {
    if (!this.#frame || !(height > 0)) return;
    clearTimeout(this.#silence);
    if (this.#instead) this.#instead.hidden = true;
    this.#frame.height = String(Math.min(TALLEST, Math.ceil(height)));
    if (!this.hasAttribute('pret')) {
      this.setAttribute('pret', '');
      this.#tell('maillage-pret', {});
    }
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get('maillage-vue')) customElements.define('maillage-vue', MaillageView);
