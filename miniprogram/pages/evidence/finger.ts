import type { Placed } from '../../platform/measure';
import type { Point } from '../../view/drawing/drawing';

type Touched = WechatMiniprogram.TouchEvent;

/** Follows the one finger that came down first: a second one on the glass draws nothing. */
export class Finger {
  private identifier: number | null = null;
  private place: Placed = { left: 0, top: 0, width: 1, height: 1 };

  private pointOf({ touches, changedTouches }: Touched): Point | null {
    const mine = [...touches, ...changedTouches].find(({ identifier }) => identifier === this.identifier);
    if (!mine) return null;
    const { left, top, width, height } = this.place;
    return [(mine.clientX - left) / width, (mine.clientY - top) / height];
  }

  /** @param place of what is drawn on @returns null for a finger that is not the first */
  down(event: Touched, place: Placed): Point | null {
    if (this.identifier !== null) return null;
    this.identifier = event.changedTouches[0]?.identifier ?? null;
    this.place = place;
    return this.pointOf(event);
  }

  move(event: Touched): Point | null {
    return this.pointOf(event);
  }

  /** @returns whether it was the finger that drew */
  up({ touches }: Touched): boolean {
    if (this.identifier === null) return false;
    if (touches.some(({ identifier }) => identifier === this.identifier)) return false;
    this.identifier = null;
    return true;
  }
}
