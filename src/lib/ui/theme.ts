/** The reader's choice of appearance, kept in this browser only. */
export type Theme = 'auto' | 'light' | 'dark';

/** The same key is read before first paint by the small script of `app.html`. */
export const THEME_KEY = 'maillage-theme';

const ORDER: readonly Theme[] = ['auto', 'light', 'dark'];

export const nextTheme = (theme: Theme): Theme => ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] as Theme;

/** The stored choice; `auto` when there is none or when storage is refused. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

/** Applies a choice at once and keeps it; where storage is refused it lasts until the page is left. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage refused: the choice holds for this page.
  }
}
