import type { GeneralComponent, ShadowedEvent } from 'glass-easel';
import { settings } from '../../settings';
import { boxInPages } from '../../scale';
import { dataOf, setOwn, type Builtin } from '../support/define';
import { listenToDrag } from '../support/drag';
import { keepNode } from '../support/handles';
import { drawMarker, drawShapes, type Circle, type Line, type Marker } from './overlays';
import { Projection, type Place } from './projection';

interface MapData extends Place {
  readonly scale: number;
  readonly minScale: number;
  readonly maxScale: number;
  readonly markers: readonly Marker[];
  readonly circles: readonly Circle[];
  readonly polyline: readonly Line[];
  readonly polygons: readonly Line[];
  readonly includePoints: readonly Place[];
  readonly showLocation: boolean;
  readonly enableZoom: boolean;
  readonly enableScroll: boolean;
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** A map without tiles: a grid, and what the page puts on it, in GCJ-02 as WeChat's. */
class OfflineMap {
  private readonly component: GeneralComponent;
  private readonly host: HTMLElement;
  private readonly shapes = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  private readonly markers = document.createElement('div');
  private center: Place = { longitude: 0, latitude: 0 };
  private readonly openCallouts = new Set<number>();

  constructor(component: GeneralComponent, host: HTMLElement) {
    this.component = component;
    this.host = host;
    this.shapes.classList.add('phone-map-shapes');
    this.markers.className = 'phone-map-markers';
    host.append(this.shapes, this.markers);
    new ResizeObserver(() => this.draw()).observe(host);
    this.listen();
  }

  private data(): MapData {
    return dataOf<MapData>(this.component);
  }

  projection(): Projection {
    const { clientWidth: width, clientHeight: height } = this.host;
    return new Projection(this.center, this.data().scale, { width, height });
  }

  private tellRegion(type: 'begin' | 'end', causedBy: string): void {
    const projection = this.projection();
    const where = { region: projection.region(), centerLocation: this.center, scale: projection.scale };
    this.component.triggerEvent('regionchange', { type, causedBy, ...(type === 'end' ? where : {}) });
  }

  private listen(): void {
    let from: Place | undefined;
    listenToDrag(this.host, {
      start: () => {
        from = undefined;
        return this.data().enableScroll;
      },
      move: ({ dx, dy }) => {
        if (!from) {
          from = this.center;
          this.tellRegion('begin', 'drag');
        }
        const { clientWidth: width, clientHeight: height } = this.host;
        const start = new Projection(from, this.data().scale, { width, height });
        this.center = start.place({ x: width / 2 - dx, y: height / 2 - dy });
        this.draw();
      },
      end: () => {
        if (from) this.tellRegion('end', 'drag');
      },
    });
    this.host.addEventListener(
      'wheel',
      (event) => {
        if (!this.data().enableZoom) return;
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 1 : -1);
      },
      { passive: false },
    );
    this.component.addListener('tap', (event: ShadowedEvent<unknown>) => this.tapped(event));
  }

  private zoom(step: number): void {
    const { scale, minScale, maxScale } = this.data();
    const next = clamp(scale + step, minScale, maxScale);
    if (next === scale) return;
    this.tellRegion('begin', 'scale');
    setOwn(this.component, { scale: next });
    this.draw();
    this.tellRegion('end', 'scale');
  }

  /** A tap is the marker's, its callout's, or the map's; the map's is told with its place. */
  private tapped(event: ShadowedEvent<unknown>): void {
    const origin = event.getOriginalEvent();
    const node = origin instanceof Element ? origin : null;
    const marker = node?.closest<HTMLElement>('.phone-map-marker');
    if (marker) {
      const markerId = Number(marker.dataset['markerId']);
      if (node?.closest('.phone-map-callout')) {
        this.component.triggerEvent('callouttap', { markerId });
        return;
      }
      if (node?.closest('.phone-map-label')) this.component.triggerEvent('labeltap', { markerId });
      this.openCallouts.clear();
      this.openCallouts.add(markerId);
      this.draw();
      this.component.triggerEvent('markertap', { markerId });
      return;
    }
    const { changedTouches, detail } = event as unknown as {
      changedTouches?: readonly { clientX: number; clientY: number }[];
      detail: object;
    };
    const { left, top } = boxInPages(this.host);
    const [finger] = changedTouches ?? [];
    const x = (finger?.clientX ?? 0) - left;
    const y = (finger?.clientY ?? 0) - top;
    // Whoever listens to the map's tap is told where on the ground.
    Object.assign(detail, this.projection().place({ x, y }));
  }

  moveTo(place: Place): void {
    this.center = place;
    this.draw();
  }

  update(): void {
    const { longitude, latitude, includePoints } = this.data();
    const [first] = includePoints;
    if (first) {
      const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
      this.center = {
        longitude: middle(includePoints.map((point) => point.longitude)),
        latitude: middle(includePoints.map((point) => point.latitude)),
      };
    } else this.center = { longitude, latitude };
    this.draw();
  }

  draw(): void {
    const { markers, circles, polyline, polygons, showLocation } = this.data();
    const projection = this.projection();
    this.shapes.replaceChildren(...drawShapes(projection, { circles, polyline, polygons }));
    this.markers.replaceChildren(
      ...markers.map((marker) => drawMarker(projection, marker, this.openCallouts)),
    );
    if (!showLocation) return;
    const here = document.createElement('div');
    here.className = 'phone-map-here';
    const { x, y } = projection.pixel({ longitude: settings.at.lng, latitude: settings.at.lat });
    here.style.cssText = `left:${x}px;top:${y}px`;
    this.markers.append(here);
  }

  /** What a map context needs (wx.createMapContext). */
  node(): object {
    return {
      centerLocation: () => this.center,
      region: () => this.projection().region(),
      scale: () => this.data().scale,
      moveTo: (place: Place) => this.moveTo(place),
    };
  }
}

export const map: Builtin = {
  hasSlot: true,
  properties: {
    longitude: { type: Number, value: 116.397 },
    latitude: { type: Number, value: 39.909 },
    scale: { type: Number, value: 16 },
    minScale: { type: Number, value: 3 },
    maxScale: { type: Number, value: 20 },
    markers: { type: Array, value: [] },
    polyline: { type: Array, value: [] },
    circles: { type: Array, value: [] },
    polygons: { type: Array, value: [] },
    includePoints: { type: Array, value: [] },
    showLocation: Boolean,
    subkey: String,
    layerStyle: { type: null, value: 1 },
    rotate: { type: Number, value: 0 },
    skew: { type: Number, value: 0 },
    showCompass: Boolean,
    showScale: Boolean,
    enableZoom: { type: Boolean, value: true },
    enableScroll: { type: Boolean, value: true },
    enableRotate: Boolean,
    enableSatellite: Boolean,
    enableTraffic: Boolean,
    setting: { type: Object, value: null },
  },
  create: (component, host) => {
    const offline = new OfflineMap(component, host);
    keepNode(host, offline.node());
    let shown = '';
    return () => {
      // Markers may change without moving the map back from where a finger put it.
      const { longitude, latitude, includePoints } = dataOf<MapData>(component);
      const place = JSON.stringify([longitude, latitude, includePoints]);
      if (place !== shown) offline.update();
      else offline.draw();
      shown = place;
    };
  },
};
