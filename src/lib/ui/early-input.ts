type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

declare global {
  interface Window {
    /** What a person did to fields since the page was drawn, written by `app.html`. */
    earlyInput?: {
      kept: Map<Field, { value: string; checked?: boolean }>;
      keep: (event: Event) => void;
      /** Whether each part whose heading was pressed is then open. */
      unfolded: Map<HTMLDetailsElement, boolean>;
      unfold: (event: Event) => void;
    };
  }
}

/**
 * Gives the page what was typed, chosen or unfolded before it was ready: taking over a page sets it back to
 * what the server wrote, and nothing typed may be lost on a slow machine. Call once, when all is in place.
 */
export function giveEarlyInput(): void {
  const early = window.earlyInput;
  if (!early) return;
  document.removeEventListener('input', early.keep, true);
  for (const [field, { value, checked }] of early.kept) {
    if (!field.isConnected) continue;
    // Only a person chooses a file.
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = checked ?? false;
    else if (field.type !== 'file') field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  early.kept.clear();
  document.removeEventListener('click', early.unfold, true);
  for (const [part, open] of early.unfolded) part.open = open;
  early.unfolded.clear();
}
