import { nearestPoint, pointsWithin, type Cloud, type Rectangle } from './scatter-cloud.ts';

/** What a hand moves over, and who is told. */
export interface UnderHand {
  cloud: Cloud;
  /** Of the drawing, pixels. */
  size: { width: number; height: number };
  onpoint: (ordinal: number | null) => void;
  onpress: (ordinal: number) => void;
  /** The territories of the rectangle; `null` once it is gone. */
  onbrush: (ordinals: number[] | null) => void;
}

type OverPlot = PointerEvent & { currentTarget: HTMLElement };

/** How near the pointer takes a point, pixels. */
const REACH = 14;
/** A press that moves less than this, pixels, is a click. */
const STILL = 4;
/** Points that an arrow up or down goes over. */
const LEAP = 100;

/** Where the pointer is, in the drawing. */
function placeOf(event: OverPlot): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** What the pointer and the keyboard do to a cloud: point at one, press it, draw a rectangle around some. */
export class CloudHand {
  /** The point of the pointer or of the keyboard. */
  current = $state<number | null>(null);
  byKeyboard = $state(false);
  brush = $state.raw<Rectangle | null>(null);
  /** On a touch screen a drag scrolls the page, unless a rectangle was asked for. */
  asked = $state(false);
  #drawing: { x: number; y: number; touch: boolean } | null = null;
  readonly #under: () => UnderHand;

  constructor(under: () => UnderHand) {
    this.#under = under;
  }

  /** Other figures, another cloud: nothing of the one before holds. */
  forget(): void {
    this.current = null;
    this.brush = null;
  }

  readonly pointer = {
    onpointermove: (event: OverPlot): void => {
      const at = placeOf(event);
      const drawing = this.#drawing;
      const { cloud, size } = this.#under();
      if (!drawing) {
        if (event.pointerType !== 'touch') this.#point(nearestPoint(cloud, at.x, at.y, REACH), false);
        return;
      }
      const far = Math.hypot(at.x - drawing.x, at.y - drawing.y) >= STILL;
      if (!far && this.brush === null) return;
      if (drawing.touch && !this.asked) return;
      this.#setBrush({
        x0: drawing.x,
        y0: drawing.y,
        x1: Math.min(size.width, Math.max(0, at.x)),
        y1: Math.min(size.height, Math.max(0, at.y)),
      });
    },
    onpointerdown: (event: OverPlot): void => {
      if (event.button !== 0) return;
      this.#drawing = { ...placeOf(event), touch: event.pointerType === 'touch' };
      if (this.brush) this.#setBrush(null);
      if (!this.#drawing.touch || this.asked) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onpointerup: (event: OverPlot): void => {
      if (!this.#drawing) return;
      const at = placeOf(event);
      this.#drawing = null;
      if (this.brush) {
        this.asked = false;
        return;
      }
      const { cloud, onpress } = this.#under();
      const nearest = nearestPoint(cloud, at.x, at.y, REACH);
      if (nearest !== null) onpress(this.#ordinalOf(nearest));
    },
    onpointercancel: (): void => {
      this.#drawing = null;
    },
    onpointerleave: (): void => {
      if (!this.#drawing) this.#point(null, false);
    },
  };

  readonly keyboard = {
    onkeydown: (event: KeyboardEvent): void => {
      const { cloud, onpress } = this.#under();
      const last = cloud.order.length - 1;
      if (last < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      const { current } = this;
      const at = current === null ? -1 : (cloud.rank[current] as number);
      const moves: Record<string, number> = {
        ArrowRight: at + 1,
        ArrowLeft: at - 1,
        ArrowUp: at + LEAP,
        ArrowDown: at - LEAP,
        Home: 0,
        End: last,
      };
      const next = moves[event.key];
      if (next !== undefined) this.#point(cloud.order[Math.min(last, Math.max(0, next))] ?? null, true);
      else if (event.key === 'Enter' && current !== null) onpress(this.#ordinalOf(current));
      else if (event.key === 'Escape' && (current !== null || this.brush !== null)) {
        this.#point(null, true);
        if (this.brush) this.#setBrush(null);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onblur: (): void => {
      if (this.byKeyboard) this.#point(null, false);
    },
  };

  #ordinalOf(point: number): number {
    return this.#under().cloud.ordinals[point] as number;
  }

  #point(at: number | null, keyboard: boolean): void {
    this.byKeyboard = keyboard;
    if (at === this.current) return;
    this.current = at;
    this.#under().onpoint(at === null ? null : this.#ordinalOf(at));
  }

  #setBrush(next: Rectangle | null): void {
    this.brush = next;
    const { cloud, onbrush } = this.#under();
    onbrush(next && pointsWithin(cloud, next).map((point) => this.#ordinalOf(point)));
  }
}
