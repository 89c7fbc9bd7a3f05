/** An INSEE code as a file gives it: without spaces, its leading zero given back (5157 is 05157). */
export function repairCode(text: string): string {
  const code = text.trim().toUpperCase();
  return /^\d{4}$/.test(code) ? `0${code}` : code;
}
