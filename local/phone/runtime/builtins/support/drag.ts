import { pointOn } from '../../scale';

/** One finger or the mouse on its way across an element. */
export interface Drag {
  /** Where it came down, px of the phone, from boxOf's origin. */
  readonly startX: number;
  readonly startY: number;
  readonly x: number;
  readonly y: number;
  /** Since it came down. */
  readonly dx: number;
  readonly dy: number;
}

export interface DragHandlers {
  /** @returns false to leave this finger to the page */
  readonly start?: (drag: Drag) => boolean | undefined;
  readonly move: (drag: Drag) => void;
  readonly end: (drag: Drag) => void;
}

/** Below this a finger that came down has not moved. */
const SLOP_PX = 3;

/**
 * Follows a finger, or the mouse with its button down. What the browser would do with the finger itself is said in
 * the stylesheet (touch-action).
 */
export const listenToDrag = (element: HTMLElement, handlers: DragHandlers): void => {
  element.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    let hasMoved = false;
    const from = pointOn(down);
    const dragAt = (event: PointerEvent): Drag => {
      const { x, y } = pointOn(event);
      return { startX: from.x, startY: from.y, x, y, dx: x - from.x, dy: y - from.y };
    };
    if (handlers.start?.(dragAt(down)) === false) return;
    const onMove = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      const drag = dragAt(event);
      hasMoved ||= Math.hypot(drag.dx, drag.dy) > SLOP_PX;
      if (hasMoved) handlers.move(drag);
    };
    const onEnd = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      window.removeEventListener('pointermove', onMove);
      for (const type of ['pointerup', 'pointercancel'] as const) window.removeEventListener(type, onEnd);
      handlers.end(dragAt(event));
    };
    window.addEventListener('pointermove', onMove);
    for (const type of ['pointerup', 'pointercancel'] as const) window.addEventListener(type, onEnd);
  });
};
