import type { Attachment } from 'svelte/attachments';

/** Pixels before an element comes into view. */
const AHEAD = '200px';

/** Tells once that an element is about to be seen: what is heavy waits for it. */
export const whenNear =
  (tell: () => void): Attachment<HTMLElement> =>
  (element) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        tell();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
