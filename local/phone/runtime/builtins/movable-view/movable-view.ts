import { dataOf, setOwn, type Builtin } from '../support/define';
import { listenToDrag, type Drag } from '../support/drag';

interface MovableData {
  readonly direction: string;
  readonly outOfBounds: boolean;
  readonly x: number | string;
  readonly y: number | string;
  readonly disabled: boolean;
  readonly scale: boolean;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly scaleValue: number;
  readonly animation: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const WHEEL_ZOOM = 1.1;
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** How far the view may go: 0 … what is left of the area, or the other way round when it is the larger one. */
const bounded = (host: HTMLElement, point: Point): Point => {
  const area = host.parentElement;
  const rest = {
    x: (area?.clientWidth ?? 0) - host.offsetWidth,
    y: (area?.clientHeight ?? 0) - host.offsetHeight,
  };
  return {
    x: clamp(point.x, Math.min(0, rest.x), Math.max(0, rest.x)),
    y: clamp(point.y, Math.min(0, rest.y), Math.max(0, rest.y)),
  };
};

export const movableView: Builtin = {
  hasSlot: true,
  properties: {
    direction: { type: String, value: 'none' },
    inertia: Boolean,
    outOfBounds: Boolean,
    x: { type: null, value: 0 },
    y: { type: null, value: 0 },
    damping: { type: Number, value: 20 },
    friction: { type: Number, value: 2 },
    disabled: Boolean,
    scale: Boolean,
    scaleMin: { type: Number, value: 0.1 },
    scaleMax: { type: Number, value: 10 },
    scaleValue: { type: Number, value: 1 },
    animation: { type: Boolean, value: true },
  },
  create: (component, host) => {
    const data = (): MovableData => dataOf<MovableData>(component);
    let at: Point = { x: 0, y: 0 };
    let from: Point = at;
    let zoom = 1;
    const draw = (): void => {
      host.style.transform = `translate(${at.x}px, ${at.y}px) scale(${zoom})`;
    };
    const moveTo = (point: Point, source: string): void => {
      if (point.x === at.x && point.y === at.y) return;
      at = point;
      draw();
      setOwn(component, { x: at.x, y: at.y });
      component.triggerEvent('change', { ...at, source });
    };
    const next = ({ dx, dy }: Drag): Point => {
      const { direction } = data();
      const isAcross = direction === 'all' || direction === 'horizontal';
      const isDown = direction === 'all' || direction === 'vertical';
      return { x: from.x + (isAcross ? dx : 0), y: from.y + (isDown ? dy : 0) };
    };
    listenToDrag(host, {
      start: () => {
        from = at;
        host.style.transition = 'none';
        return !data().disabled && data().direction !== 'none';
      },
      move: (drag) => {
        const point = next(drag);
        moveTo(data().outOfBounds ? point : bounded(host, point), 'touch');
        component.triggerEvent(Math.abs(drag.dx) > Math.abs(drag.dy) ? 'htouchmove' : 'vtouchmove', {});
      },
      end: () => moveTo(bounded(host, at), 'out-of-bounds'),
    });
    const zoomTo = (value: number): void => {
      const { scale, scaleMin, scaleMax } = data();
      const clamped = clamp(value, Math.max(0.1, scaleMin), Math.min(10, scaleMax));
      if (!scale || clamped === zoom) return;
      zoom = clamped;
      draw();
      component.triggerEvent('scale', { ...at, scale: zoom });
    };
    host.addEventListener(
      'wheel',
      (event) => {
        if (!data().scale) return;
        event.preventDefault();
        zoomTo(event.deltaY < 0 ? zoom * WHEEL_ZOOM : zoom / WHEEL_ZOOM);
      },
      { passive: false },
    );
    return () => {
      const { x, y, scaleValue, animation } = data();
      host.style.transition = animation ? 'transform 0.2s' : 'none';
      zoomTo(scaleValue);
      const point = { x: parseFloat(String(x)) || 0, y: parseFloat(String(y)) || 0 };
      if (point.x === at.x && point.y === at.y) return;
      at = host.isConnected && !data().outOfBounds ? bounded(host, point) : point;
      draw();
      if (host.isConnected) component.triggerEvent('change', { ...at, source: '' });
    };
  },
};
