import { Event as FrameworkEvent, type Element as FrameworkElement } from 'glass-easel';
import { boxOf, pointOn } from './scale';
import { shell } from './shell/shell';

const TAP_DISTANCE = 10;
const LONG_PRESS_MS = 350;
/** After a touch the browser plays a mouse: not again. */
const MOUSE_AFTER_TOUCH_MS = 700;

interface Finger {
  readonly identifier: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly clientX: number;
  readonly clientY: number;
}

const elementOf = (node: EventTarget | null): FrameworkElement | undefined => {
  for (
    let current = node as (Node & { __wxElement?: FrameworkElement }) | null;
    current;
    current = current.parentNode as never
  ) {
    if (current.__wxElement) return current.__wxElement;
  }
  return undefined;
};

/** Delivers an event to the framework's tree, through shadow roots, as WeChat does. @returns whether it was caught */
export const deliver = (
  target: EventTarget | null,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown> = {},
): boolean => {
  const element = elementOf(target);
  if (!element) return false;
  const event = new FrameworkEvent(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
    originalEvent: target,
  });
  FrameworkEvent.dispatchEvent(element, event);
  return event.defaultPrevented();
};

/** What is under the finger itself: browsers bend a touch towards a control nearby, WeChat does not. */
const touchedBy = (event: TouchEvent): EventTarget | null => {
  const [touch] = event.changedTouches;
  return (touch && document.elementFromPoint(touch.clientX, touch.clientY)) ?? event.target;
};

/** A disabled button hears no tap, and nothing around it does. */
const isDisabled = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('wx-button[disabled]') !== null;

/** Whether anybody on the way up listens: a long press that is heard takes the tap's place. */
const isHeard = (target: EventTarget | null, type: string): boolean => {
  for (let node = target as Node | null; node; node = node.parentNode) {
    const { __wxElement: element } = node as { __wxElement?: ListeningElement };
    if (element?._$eventTarget?.listeners[type]) return true;
  }
  return false;
};

interface ListeningElement {
  readonly _$eventTarget?: { readonly listeners: Readonly<Record<string, unknown>> } | null;
}

let isCaught = false;

/** Whether the program keeps the finger's moves to itself (catch:touchmove): what scrolls around it stays. */
export const isFingerCaught = (): boolean => isCaught;

/** Turns fingers, and the mouse as one finger, into WeChat's touch events. */
export const listenToFingers = (screen: HTMLElement): void => {
  let start: { finger: Finger; target: EventTarget | null; isTap: boolean; wasLong: boolean } | undefined;
  let longPress: ReturnType<typeof setTimeout> | undefined;
  let lastTouch = -Infinity;
  let touched: EventTarget | null = null;
  let isMouseDown = false;

  /** From the page's window, and from the page's own top that may be scrolled out of it. */
  const fingerOf = (point: { clientX: number; clientY: number }, identifier: number): Finger => {
    const frame = boxOf(shell.pages);
    const { x, y } = pointOn(point);
    const clientX = x - frame.left;
    const clientY = y - frame.top;
    const scroller = shell.pages.querySelector(':scope > :not([hidden])');
    const pageX = clientX + (scroller?.scrollLeft ?? 0);
    return { identifier, clientX, clientY, pageX, pageY: clientY + (scroller?.scrollTop ?? 0) };
  };
  const touchesOf = (list: TouchList): Finger[] =>
    [...list].map((touch) => fingerOf(touch, touch.identifier));

  const send = (type: string, target: EventTarget | null, touches: Finger[], changed: Finger[]): boolean =>
    deliver(target, type, {}, { touches, changedTouches: changed });

  const begin = (target: EventTarget | null, touches: Finger[], changed: Finger[]): void => {
    const [finger] = changed;
    if (!finger) return;
    start = { finger, target, isTap: touches.length === 1, wasLong: false };
    isCaught = false;
    clearTimeout(longPress);
    longPress = setTimeout(() => {
      if (!start?.isTap) return;
      start.wasLong = isHeard(target, 'longpress');
      if (isDisabled(target)) return;
      for (const type of ['longpress', 'longtap']) {
        deliver(target, type, { x: finger.pageX, y: finger.pageY }, { touches, changedTouches: changed });
      }
    }, LONG_PRESS_MS);
    send('touchstart', target, touches, changed);
  };

  const move = (touches: Finger[], changed: Finger[]): boolean => {
    const [finger] = changed;
    if (!start || !finger) return false;
    const distance = Math.hypot(finger.clientX - start.finger.clientX, finger.clientY - start.finger.clientY);
    if (distance > TAP_DISTANCE) start.isTap = false;
    isCaught = send('touchmove', start.target, touches, changed);
    return isCaught;
  };

  const end = (touches: Finger[], changed: Finger[]): void => {
    clearTimeout(longPress);
    if (!start) return;
    const { target, finger, wasLong } = start;
    const isTap = start.isTap && touches.length === 0;
    // Fingers that are left go on, and will be told of as well.
    if (touches.length > 0) start.isTap = false;
    else start = undefined;
    send('touchend', target, touches, changed);
    if (isTap && !wasLong && !isDisabled(target)) {
      deliver(target, 'tap', { x: finger.pageX, y: finger.pageY }, { touches, changedTouches: changed });
    }
  };

  const cancel = (touches: Finger[], changed: Finger[]): void => {
    clearTimeout(longPress);
    const target = start?.target ?? null;
    start = undefined;
    send('touchcancel', target, touches, changed);
  };

  const onTouch =
    (handle: (event: TouchEvent, touches: Finger[], changed: Finger[]) => void) =>
    (event: TouchEvent): void => {
      lastTouch = performance.now();
      handle(event, touchesOf(event.touches), touchesOf(event.changedTouches));
    };
  const quiet = { capture: true, passive: true };
  screen.addEventListener(
    'touchstart',
    onTouch((event, all, changed) => {
      touched = event.target;
      begin(touchedBy(event), all, changed);
    }),
    quiet,
  );
  screen.addEventListener(
    'touchmove',
    onTouch((event, all, changed) => {
      if (move(all, changed) && event.cancelable) event.preventDefault();
    }),
    { capture: true, passive: false },
  );
  screen.addEventListener(
    'touchend',
    onTouch((_, all, changed) => end(all, changed)),
    quiet,
  );
  screen.addEventListener(
    'touchcancel',
    onTouch((_, all, changed) => cancel(all, changed)),
    quiet,
  );

  const isPlayed = (): boolean => performance.now() - lastTouch < MOUSE_AFTER_TOUCH_MS;
  // A page that drew its own bar is gone by then: WeChat's bar, now under the finger, was not meant.
  screen.addEventListener(
    'click',
    (event) => {
      const isOnBar = (target: EventTarget | null): boolean => shell.bar.contains(target as Node | null);
      if (isPlayed() && isOnBar(event.target) && !isOnBar(touched)) event.stopPropagation();
    },
    { capture: true },
  );
  screen.addEventListener(
    'mousedown',
    (event) => {
      if (event.button !== 0 || isPlayed()) return;
      isMouseDown = true;
      const finger = fingerOf(event, 0);
      begin(event.target, [finger], [finger]);
    },
    quiet,
  );
  window.addEventListener('mousemove', (event) => {
    const finger = fingerOf(event, 0);
    if (isMouseDown) move([finger], [finger]);
  });
  window.addEventListener('mouseup', (event) => {
    if (!isMouseDown) return;
    isMouseDown = false;
    end([], [fingerOf(event, 0)]);
  });

  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    screen.addEventListener(type, (event) => deliver(event.target, type, {}));
  }
};
