/** The colour around the country, from the theme; follows it when it changes. */
export class GroundColour {
  value = $state('');

  constructor() {
    $effect(() => {
      const root = document.documentElement;
      const read = (): void => {
        this.value = getComputedStyle(root).getPropertyValue('--sunk').trim();
      };
      read();
      const scheme = matchMedia('(prefers-color-scheme: dark)');
      const observer = new MutationObserver(read);
      observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
      scheme.addEventListener('change', read);
      return () => {
        observer.disconnect();
        scheme.removeEventListener('change', read);
      };
    });
  }
}
