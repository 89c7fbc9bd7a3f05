/**
 * Opens the folded part of a form that holds a field the browser refuses: it cannot say why in a field that is not
 * shown, and the button would do nothing. For `oninvalidcapture` of the form.
 */
export function openInvalid({ target }: Event): void {
  const folded = target instanceof Element ? target.closest('details') : null;
  if (folded) folded.open = true;
}
