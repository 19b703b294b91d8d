import { server, type Place, type Point } from '../settings';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const MARGIN = 26;
/** What lies farther from the middle than this, in degrees, is left off: islands of the far south. */
const FARTHEST_DEGREES = 2;
const LABEL_GAP = { x: 40, y: 13 };

const svg = (tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The corners around all points, by turning one way from corner to corner. */
const hullOf = (points: readonly Point[]): Point[] => {
  const sorted = [...points].sort((a, b) => a.lng - b.lng || a.lat - b.lat);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const [a, b] = chain.slice(-2);
        if (!a || !b) break;
        const turn = (b.lng - a.lng) * (point.lat - a.lat) - (b.lat - a.lat) * (point.lng - a.lng);
        if (turn > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
};

export interface MapView {
  readonly node: SVGElement;
  /** Moves the pin. */
  readonly mark: (point: Point) => void;
}

interface Frame {
  readonly height: number;
  readonly toScreen: (point: Point) => { x: number; y: number };
  readonly toPoint: (x: number, y: number) => Point;
}

/** The province without its far islands, as wide as the view, a degree of each direction as long as on the ground. */
const frameOf = (points: readonly Point[]): Frame => {
  const lngs = points.map(({ lng }) => lng);
  const lats = points.map(({ lat }) => lat);
  const west = Math.min(...lngs);
  const north = Math.max(...lats);
  const shrink = Math.cos((median(lats) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1e-6, (Math.max(...lngs) - west) * shrink);
  return {
    height: (north - Math.min(...lats)) * scale + 2 * MARGIN,
    toScreen: ({ lng, lat }) => ({
      x: MARGIN + (lng - west) * shrink * scale,
      y: MARGIN + (north - lat) * scale,
    }),
    toPoint: (x, y) => ({ lng: west + (x - MARGIN) / scale / shrink, lat: north - (y - MARGIN) / scale }),
  };
};

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/** An offline map: the centres of the province's divisions. @param onPick a touched point, GCJ-02 */
export const createMap = (at: Point, onPick?: (point: Point) => void): MapView => {
  const places = server().places.length > 0 ? server().places : [{ label: '', ...at }];
  const middle = { lng: median(places.map(({ lng }) => lng)), lat: median(places.map(({ lat }) => lat)) };
  const near = places.filter(
    ({ lng, lat }) =>
      Math.abs(lng - middle.lng) < FARTHEST_DEGREES && Math.abs(lat - middle.lat) < FARTHEST_DEGREES,
  );
  const { height, toScreen, toPoint } = frameOf(near);
  const node = svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, class: 'phone-province', role: 'img' });
  node.setAttribute('aria-label', '全省地图');
  const outline = hullOf(near).map(toScreen);
  node.append(
    svg('polygon', {
      points: outline.map(({ x, y }) => `${x},${y}`).join(' '),
      class: 'phone-province-land',
    }),
  );
  const labelled: { x: number; y: number }[] = [];
  for (const place of near) node.append(...placeNodes(place, toScreen(place), labelled));
  const pin = svg('g', { class: 'phone-province-pin' });
  pin.append(svg('circle', { r: 11 }), svg('circle', { r: 5 }));
  node.append(pin);
  const mark = (point: Point): void => {
    const { x, y } = toScreen(point);
    const isInside = x >= 0 && y >= 0 && x <= WIDTH && y <= height;
    pin.setAttribute('transform', `translate(${x},${y})`);
    pin.setAttribute('visibility', isInside ? 'visible' : 'hidden');
  };
  mark(at);
  node.addEventListener('click', (event) => {
    const box = node.getBoundingClientRect();
    const ratio = WIDTH / box.width;
    const touched = toPoint((event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio);
    const point = { lng: round(touched.lng), lat: round(touched.lat) };
    if (!onPick) return;
    mark(point);
    onPick(point);
  });
  return { node, mark };
};

/** A dot, and its name where no other name stands. */
const placeNodes = (
  { label }: Place,
  { x, y }: { x: number; y: number },
  labelled: { x: number; y: number }[],
): SVGElement[] => {
  const dot = svg('circle', { cx: x, cy: y, r: 2.5, class: 'phone-province-dot' });
  const title = svg('title', {});
  title.textContent = label;
  dot.append(title);
  const isCrowded = labelled.some(
    (other) => Math.abs(other.x - x) < LABEL_GAP.x && Math.abs(other.y - y) < LABEL_GAP.y,
  );
  if (isCrowded) return [dot];
  labelled.push({ x, y });
  const text = svg('text', { x, y: y - 6, class: 'phone-province-label' });
  text.textContent = label.replace(/(黎族|苗族)+自治县$/, '').replace(/[市县]$/, '');
  return [dot, text];
};

const EARTH_RADIUS_KM = 6371;

/** The division whose centre is nearest; the map's double of a geocoder. */
export const nearestPlace = ({ lng, lat }: Point): Place | undefined => {
  const radians = Math.PI / 180;
  const distance = (place: Place): number =>
    EARTH_RADIUS_KM *
    Math.hypot((place.lng - lng) * radians * Math.cos(lat * radians), (place.lat - lat) * radians);
  return [...server().places].sort((a, b) => distance(a) - distance(b))[0];
};
