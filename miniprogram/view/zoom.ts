/** How a picture stands in its frame: times its fitting size, and moved from the middle, px. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}
export const NOT_ZOOMED: Zoom = { scale: 1, x: 0, y: 0 };

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A place in the frame, px from its middle. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a double tap gives, and the most that two fingers do: a shown copy has some four dots a px of a phone. */
const DOUBLE_TAP_SCALE = 2.5;
const MOST_SCALE = 6;

/** Between -most and most; never the negative nought. */
const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value)) + 0;

/** The picture as large as its frame allows. */
export const fittedIn = (frame: Extent, picture: Extent): Extent => {
  const ratio = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * ratio, height: picture.height * ratio };
};

/** Never smaller than it fits, and never moved further than to its own edge. @param fitted as it stands at scale 1 */
export const bounded = ({ scale, x, y }: Zoom, frame: Extent, fitted: Extent): Zoom => {
  const within = Math.min(MOST_SCALE, Math.max(1, scale));
  return {
    scale: within,
    x: clamp(x, Math.max(0, (fitted.width * within - frame.width) / 2)),
    y: clamp(y, Math.max(0, (fitted.height * within - frame.height) / 2)),
  };
};

/** Grown or shrunk so that what lay under `from` lies under `to`. */
export const scaledAbout = (zoom: Zoom, times: number, from: Spot, to: Spot = from): Zoom => ({
  scale: zoom.scale * times,
  x: to.x - (from.x - zoom.x) * times,
  y: to.y - (from.y - zoom.y) * times,
});

/** What a double tap at a place makes of it: large there, or whole again. */
export const doubleTapped = (zoom: Zoom, at: Spot): Zoom =>
  zoom.scale > 1 ? NOT_ZOOMED : scaledAbout(zoom, DOUBLE_TAP_SCALE, at);

/** Two fingers before and after they moved; they zoom and drag at once. */
export const pinched = (
  zoom: Zoom,
  before: readonly [Spot, Spot],
  after: readonly [Spot, Spot],
  frame: Extent,
  fitted: Extent,
): Zoom => {
  const apart = ([one, two]: readonly [Spot, Spot]): number =>
    Math.max(1, Math.hypot(one.x - two.x, one.y - two.y));
  const middle = ([one, two]: readonly [Spot, Spot]): Spot => ({
    x: (one.x + two.x) / 2,
    y: (one.y + two.y) / 2,
  });
  const scale = Math.min(MOST_SCALE, Math.max(1, (zoom.scale * apart(after)) / apart(before)));
  return bounded(scaledAbout(zoom, scale / zoom.scale, middle(before), middle(after)), frame, fitted);
};

export const dragged = (zoom: Zoom, by: Spot, frame: Extent, fitted: Extent): Zoom =>
  bounded({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, frame, fitted);

/** In WXSS: moved in px of the frame, whatever its scale. */
export const zoomStyle = ({ scale, x, y }: Zoom): string =>
  `transform: translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) scale(${scale.toFixed(3)})`;
