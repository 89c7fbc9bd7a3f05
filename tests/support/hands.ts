import type { Locator, Page } from 'playwright-core';

/** How somebody acts on a page. */
export interface Hands {
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  choose(target: Locator, label: string): Promise<void>;
  /** What was pressed, typed or chosen so far. */
  acts: number;
}

/** With a mouse and a keyboard. */
export function withMouse(): Hands {
  const hands: Hands = {
    acts: 0,
    async press(target) {
      hands.acts++;
      await target.click();
    },
    async type(target, text) {
      hands.acts++;
      await target.fill(text);
    },
    async choose(target, label) {
      hands.acts++;
      await target.selectOption({ label });
    },
  };
  return hands;
}

/** More stops than any page has. */
const MOST_STOPS = 1_500;

/**
 * By keyboard alone: the target is come to by Tab as anybody would, or by Shift and Tab when that is shorter,
 * and acted on by Enter, Space, arrows and letters. Throws for what no key comes to.
 */
export function byKeyboard(): Hands {
  const hands: Hands = {
    acts: 0,
    async press(target) {
      hands.acts++;
      const page = await reach(target);
      const isBox = await target.evaluate(
        (element) => element instanceof HTMLInputElement && element.type === 'checkbox',
      );
      await page.keyboard.press(isBox ? 'Space' : 'Enter');
    },
    async type(target, text) {
      hands.acts++;
      const page = await reach(target);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    async choose(target, label) {
      hands.acts++;
      const page = await reach(target);
      const chosen = () =>
        target.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
      await page.keyboard.press('Home');
      for (let at = 0; (await chosen()) !== label; at++) {
        if (at > 60) throw new Error(`« ${label} » is not in the list`);
        await page.keyboard.press('ArrowDown');
      }
    },
  };
  return hands;
}

/** Moves the focus to a target by Tab, from where it stands. */
async function reach(target: Locator): Promise<Page> {
  const page = target.page();
  const element = await target.elementHandle({ timeout: 30_000 });
  if (!element) throw new Error('nothing to reach');
  const isThere = () => element.evaluate((one) => one === document.activeElement);
  const isAfter = await element.evaluate((one) => {
    const at = document.activeElement;
    return !at || at === document.body || (at.compareDocumentPosition(one) & 4) !== 0;
  });
  for (let stops = 0; !(await isThere()); stops++) {
    if (stops > MOST_STOPS)
      throw new Error(`no key comes to ${await element.evaluate((one) => one.outerHTML.slice(0, 200))}`);
    await page.keyboard.press(isAfter ? 'Tab' : 'Shift+Tab');
  }
  return page;
}
