import {
  bounded,
  doubleTapped,
  dragged,
  fittedIn,
  NOT_ZOOMED,
  pinched,
  scaledAbout,
  zoomStyle,
} from '../../miniprogram/view/zoom';

const FRAME = { width: 400, height: 800 };
/** 4:3 across the frame. */
const FITTED = { width: 400, height: 300 };

test('a picture fits its frame by the tighter side', () => {
  expect(fittedIn(FRAME, { width: 1200, height: 900 })).toEqual(FITTED);
  expect(fittedIn(FRAME, { width: 300, height: 1200 })).toEqual({ width: 200, height: 800 });
});

test('never smaller than whole, never larger than six times', () => {
  expect(bounded({ scale: 0.4, x: 30, y: -30 }, FRAME, FITTED)).toEqual({ scale: 1, x: 0, y: 0 });
  expect(bounded({ scale: 9, x: 0, y: 0 }, FRAME, FITTED).scale).toBe(6);
});

test('it moves to its own edge and no further; not at all where it has room', () => {
  // Twice as large it is 800 × 600: 200 px beyond the frame on either side, nothing above or below.
  expect(dragged({ scale: 2, x: 0, y: 0 }, { x: 350, y: 90 }, FRAME, FITTED)).toEqual({
    ...{ scale: 2, x: 200, y: 0 },
  });
  // Four times: 1600 × 1200, 600 and 200 px.
  expect(dragged({ scale: 4, x: -500, y: -100 }, { x: -350, y: -350 }, FRAME, FITTED)).toEqual({
    ...{ scale: 4, x: -600, y: -200 },
  });
});

test('what lies under the finger stays there', () => {
  // 80 px right of the middle, twice as large: its middle goes 80 px to the left.
  expect(scaledAbout(NOT_ZOOMED, 2, { x: 80, y: 0 })).toEqual({ scale: 2, x: -80, y: 0 });
});

test('a double tap makes it large there, another one whole', () => {
  const large = doubleTapped(NOT_ZOOMED, { x: 100, y: 40 });
  expect(large).toEqual({ scale: 2.5, x: -150, y: -60 });
  expect(doubleTapped(large, { x: 0, y: 0 })).toEqual(NOT_ZOOMED);
});

test('two fingers drawn apart enlarge by as much, and carry it along', () => {
  const before = [
    { x: -50, y: 0 },
    { x: 50, y: 0 },
  ] as const;
  const apart = [
    { x: -150, y: 0 },
    { x: 150, y: 0 },
  ] as const;
  expect(pinched(NOT_ZOOMED, before, apart, FRAME, FITTED)).toEqual({ scale: 3, x: 0, y: 0 });
  // Both 60 px to the right besides.
  const moved = apart.map(({ x, y }) => ({ x: x + 60, y })) as unknown as typeof apart;
  expect(pinched(NOT_ZOOMED, before, moved, FRAME, FITTED)).toEqual({ scale: 3, x: 60, y: 0 });
  // Together again: whole, in the middle.
  expect(pinched({ scale: 3, x: 60, y: 0 }, apart, before, FRAME, FITTED)).toEqual({ scale: 1, x: 0, y: 0 });
});

test('as WXSS writes it', () => {
  expect(zoomStyle({ scale: 2.5, x: -150, y: -60.04 })).toBe(
    'transform: translate(-150.0px, -60.0px) scale(2.500)',
  );
});
