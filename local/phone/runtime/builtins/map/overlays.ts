import { fileAddress } from '../../files';
import type { Place, Projection } from './projection';

export interface Marker extends Place {
  readonly id?: number;
  readonly title?: string;
  readonly iconPath?: string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly rotate?: number;
  readonly alpha?: number;
  readonly callout?: { readonly content?: string; readonly display?: string };
  readonly label?: { readonly content?: string };
}

export interface Circle extends Place {
  readonly radius: number;
  readonly color?: string;
  readonly fillColor?: string;
  readonly strokeWidth?: number;
}

export interface Line {
  readonly points: readonly Place[];
  readonly color?: string;
  readonly fillColor?: string;
  readonly strokeColor?: string;
  readonly strokeWidth?: number;
  readonly width?: number;
  readonly dottedLine?: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';

const shape = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
};

/** WeChat writes colours as #RRGGBBAA, which CSS understands too. */
export const drawShapes = (
  projection: Projection,
  shapes: {
    readonly circles: readonly Circle[];
    readonly polyline: readonly Line[];
    readonly polygons: readonly Line[];
  },
): SVGElement[] => {
  const pointsOf = (points: readonly Place[]): string =>
    points
      .map((place) => projection.pixel(place))
      .map(({ x, y }) => `${x},${y}`)
      .join(' ');
  return [
    ...shapes.polygons.map(({ points, fillColor = 'none', strokeColor = '#000', strokeWidth = 1 }) =>
      shape('polygon', {
        points: pointsOf(points),
        fill: fillColor,
        stroke: strokeColor,
        'stroke-width': strokeWidth,
      }),
    ),
    ...shapes.circles.map(({ radius, color = '#000', fillColor = 'none', strokeWidth = 1, ...place }) => {
      const { x, y } = projection.pixel(place);
      return shape('circle', {
        cx: x,
        cy: y,
        r: projection.lengthOf(radius),
        fill: fillColor,
        stroke: color,
        'stroke-width': strokeWidth,
      });
    }),
    ...shapes.polyline.map(({ points, color = '#000', width = 1, dottedLine }) =>
      shape('polyline', {
        points: pointsOf(points),
        fill: 'none',
        stroke: color,
        'stroke-width': width,
        ...(dottedLine ? { 'stroke-dasharray': '6 4' } : {}),
      }),
    ),
  ];
};

const PIN = { width: 24, height: 32 };

/** A marker stands with its foot on its place; `shown` says which callouts were tapped open. */
export const drawMarker = (
  projection: Projection,
  marker: Marker,
  shown: ReadonlySet<number>,
): HTMLElement => {
  const { x, y } = projection.pixel(marker);
  const node = document.createElement('div');
  node.className = 'phone-map-marker';
  node.dataset['markerId'] = String(marker.id ?? 0);
  const [width, height] = [parseFloat(String(marker.width)), parseFloat(String(marker.height))];
  node.style.cssText = `left:${x}px;top:${y}px;width:${width || PIN.width}px;height:${height || PIN.height}px;opacity:${marker.alpha ?? 1};rotate:${marker.rotate ?? 0}deg`;
  node.setAttribute('aria-label', marker.title ?? marker.callout?.content ?? '标记');
  if (marker.iconPath) {
    const picture = document.createElement('img');
    picture.src = fileAddress(marker.iconPath);
    picture.alt = '';
    node.append(picture);
  } else node.classList.add('phone-map-pin');
  const { content, display } = marker.callout ?? {};
  if (content && (display === 'ALWAYS' || shown.has(marker.id ?? 0))) {
    const callout = document.createElement('div');
    callout.className = 'phone-map-callout';
    callout.textContent = content;
    node.append(callout);
  }
  if (marker.label?.content) {
    const label = document.createElement('div');
    label.className = 'phone-map-label';
    label.textContent = marker.label.content;
    node.append(label);
  }
  return node;
};
