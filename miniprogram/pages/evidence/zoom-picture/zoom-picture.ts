import { placeOf, type Placed } from '../../../platform/measure';
import {
  bounded,
  doubleTapped,
  dragged,
  fittedIn,
  NOT_ZOOMED,
  pinched,
  zoomStyle,
  type Extent,
  type Spot,
  type Zoom,
} from '../../../view/zoom';

type Touched = WechatMiniprogram.TouchEvent;
type Loaded = WechatMiniprogram.ImageLoad;

/** Two taps within so long, so near, are one double tap. */
const DOUBLE_TAP_MS = 280;
const DOUBLE_TAP_PX = 40;
/** Between two setData under a finger: 20 a second is WeChat's bound. The transition fills the gap. */
const DRAW_EVERY_MS = 50;

/** Beside the properties; no method has such a name. */
interface Kept {
  /** The address of what is or will be shown. */
  shown?: string;
  zoom?: Zoom;
  frame?: Placed | undefined;
  picture?: Extent;
  /** px of the screen. */
  fingers?: readonly Spot[];
  drawing?: ReturnType<typeof setTimeout> | undefined;
  tap?: { readonly timer: ReturnType<typeof setTimeout>; readonly at: Spot } | undefined;
}

const onGlass = (touches: Touched['touches']): Spot[] =>
  touches.map(({ clientX, clientY }) => ({ x: clientX, y: clientY }));
const onFrame = (spots: readonly Spot[], { left, top, width, height }: Placed): Spot[] =>
  spots.map(({ x, y }) => ({ x: x - left - width / 2, y: y - top - height / 2 }));

/**
 * One picture, whole in its frame: two fingers or a double tap enlarge it, one finger moves it then. Shows the
 * thumbnail until the large one is there. Tells single (one tap), loaded, failed and retry. While it is enlarged, or
 * two fingers are on it, what lies around does not move.
 */
Component({
  properties: {
    /** '' while it is not known where it is. */
    src: String,
    thumb: String,
    /** Read aloud. */
    label: String,
    /** Why the large one is not shown; '' while nothing is wrong. */
    note: String,
    canRetry: Boolean,
    /** Whether it is the one looked at: left, it stands as it was at first. */
    isCurrent: { type: Boolean, value: true },
  },
  data: {
    isLoaded: false,
    isHeld: false,
    style: '',
  },
  observers: {
    /** Told with every setData of the page, also of the same. */
    src(src: string) {
      const kept = this.kept();
      if (src === kept.shown) return;
      kept.shown = src;
      if (this.data.isLoaded) this.setData({ isLoaded: false });
    },
    isCurrent(isCurrent: boolean) {
      if (!isCurrent) this.stand(NOT_ZOOMED);
    },
  },
  lifetimes: {
    detached() {
      const { drawing, tap } = this.kept();
      if (drawing !== undefined) clearTimeout(drawing);
      if (tap) clearTimeout(tap.timer);
    },
  },
  methods: {
    kept() {
      return this as unknown as Kept;
    },
    standing(): Zoom {
      return this.kept().zoom ?? NOT_ZOOMED;
    },
    onThumb({ detail }: Loaded) {
      this.kept().picture ??= detail;
    },
    onLoad({ detail }: Loaded) {
      this.kept().picture = detail;
      this.setData({ isLoaded: true });
      this.triggerEvent('loaded');
    },
    onFail() {
      this.triggerEvent('failed');
    },
    onRetry() {
      this.triggerEvent('retry');
    },
    /** Where it stands is asked when a finger comes down: what moved until it is known is made up for then. */
    async onDown({ touches }: Touched) {
      const kept = this.kept();
      if (touches.length === 1) kept.frame = undefined;
      kept.fingers = onGlass(touches);
      if (touches.length > 1) this.setData({ isHeld: true });
      kept.frame ??= await placeOf(this, '.frame');
    },
    onMove({ touches }: Touched) {
      const { frame, picture, fingers = [] } = this.kept();
      if (!frame || !picture) return;
      const now = onGlass(touches);
      this.kept().fingers = now;
      if (now.length !== fingers.length) return;
      const fitted = fittedIn(frame, picture);
      const [one, two] = onFrame(now, frame);
      const [former, second] = onFrame(fingers, frame);
      if (!one || !former) return;
      if (two && second)
        this.kept().zoom = pinched(this.standing(), [former, second], [one, two], frame, fitted);
      else {
        const by = { x: one.x - former.x, y: one.y - former.y };
        this.kept().zoom = dragged(this.standing(), by, frame, fitted);
      }
      this.follow();
    },
    onUp({ touches }: Touched) {
      this.kept().fingers = onGlass(touches);
      if (touches.length === 0 && this.data.isHeld) this.draw('');
    },
    /** Under a finger it is drawn as often as WeChat bears. */
    follow() {
      const kept = this.kept();
      if (kept.drawing !== undefined) return;
      this.draw('transition: transform 60ms linear;');
      kept.drawing = setTimeout(() => {
        kept.drawing = undefined;
        if (this.data.isHeld) this.draw('transition: transform 60ms linear;');
      }, DRAW_EVERY_MS);
    },
    draw(transition: string) {
      const style = `${transition}${zoomStyle(this.standing())}`;
      const isHeld = this.standing().scale > 1 || (this.kept().fingers?.length ?? 0) > 1;
      if (style !== this.data.style || isHeld !== this.data.isHeld) this.setData({ style, isHeld });
    },
    stand(zoom: Zoom) {
      if (zoom === this.standing()) return;
      this.kept().zoom = zoom;
      this.draw('transition: transform 200ms ease-out;');
    },
    onTap({ detail }: WechatMiniprogram.CustomEvent<Spot>) {
      const kept = this.kept();
      const { tap } = kept;
      kept.tap = undefined;
      if (tap) {
        clearTimeout(tap.timer);
        if (Math.hypot(detail.x - tap.at.x, detail.y - tap.at.y) < DOUBLE_TAP_PX) {
          void this.onDoubleTap(detail);
          return;
        }
      }
      const timer = setTimeout(() => {
        kept.tap = undefined;
        this.triggerEvent('single');
      }, DOUBLE_TAP_MS);
      kept.tap = { timer, at: detail };
    },
    async onDoubleTap({ x, y }: Spot) {
      const { frame = await placeOf(this, '.frame'), picture } = this.kept();
      if (!picture) return;
      const [at] = onFrame([{ x, y }], frame);
      if (!at) return;
      this.stand(bounded(doubleTapped(this.standing(), at), frame, fittedIn(frame, picture)));
    },
  },
});
