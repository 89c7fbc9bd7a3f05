/** A thing to take away: an address that answers with a file, or work done in the browser. */
export type DownloadItem = { label: string; detail?: string } & (
  { href: string; onclick?: undefined } | { href?: undefined; onclick: () => void | Promise<void> }
);
