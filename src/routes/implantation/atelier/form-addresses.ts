import { handAddress, readHandView, writeHandView, type HandView } from '#lib/view/hand-view.ts';

const parametersOf = (form: FormData): URLSearchParams =>
  new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));

/** The address by which a form asks for a change of a scenario: its own fields beside the scenario in hand, which may have changed since the form was drawn. */
export function commandAddress(form: FormData, view: HandView): string {
  const held = writeHandView(view);
  const names = new Set(new URLSearchParams(held).keys());
  const fields = new URLSearchParams([...parametersOf(form)].filter(([name]) => !names.has(name)));
  return `/implantation/atelier?${held}&${fields}`;
}

/** The address of the same scenario for the question that a form asks. */
export function questionAddress(form: FormData, view: HandView): string {
  const { question } = readHandView(parametersOf(form)).view;
  return handAddress({ ...view, question });
}
