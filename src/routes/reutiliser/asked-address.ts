/** The address of what the form asks, without what was left empty. */
export function askedAddress(form: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of form)
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  return `/reutiliser?${parameters}`;
}
