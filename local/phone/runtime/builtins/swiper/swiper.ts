import type { GeneralComponent } from 'glass-easel';
import { dataOf, setOwn, type Builtin } from '../support/define';
import { listenToDrag } from '../support/drag';
import { isFingerCaught } from '../../gestures';
import { resolveLengths } from '../../units';

interface SwiperData {
  readonly indicatorDots: boolean;
  readonly indicatorColor: string;
  readonly indicatorActiveColor: string;
  readonly autoplay: boolean;
  readonly current: number;
  readonly currentItemId: string;
  readonly interval: number;
  readonly duration: number;
  readonly circular: boolean;
  readonly vertical: boolean;
  readonly previousMargin: string;
  readonly nextMargin: string;
  readonly displayMultipleItems: number;
}

/** A finger that went this share of an item turns to the next. */
const TURN_SHARE = 0.3;

const itemsOf = (host: HTMLElement): HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>(':scope > wx-swiper-item'),
];

const itemIdOf = (item: HTMLElement | undefined): string =>
  item
    ? dataOf<{ itemId: string }>((item as unknown as { __wxElement: GeneralComponent }).__wxElement).itemId
    : '';

/** The items in a row; `position` is the index, with a fraction under way, of the one shown. */
class Carousel {
  private readonly component: GeneralComponent;
  private readonly host: HTMLElement;
  private readonly dots = document.createElement('div');
  private position = 0;
  private shown = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private timing = '';
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(component: GeneralComponent, host: HTMLElement) {
    this.component = component;
    this.host = host;
    this.dots.className = 'phone-swiper-dots';
    host.append(this.dots);
    new MutationObserver(() => this.draw(false)).observe(host, { childList: true });
    listenToDrag(host, {
      start: () => {
        this.stop();
        return itemsOf(host).length > 1;
      },
      move: ({ dx, dy }) => this.follow(this.data().vertical ? dy : dx),
      end: ({ dx, dy }) => this.release(this.data().vertical ? dy : dx),
    });
  }

  private data(): SwiperData {
    return dataOf<SwiperData>(this.component);
  }

  private size(): number {
    const { vertical, displayMultipleItems } = this.data();
    const whole = vertical ? this.host.clientHeight : this.host.clientWidth;
    return whole / Math.max(1, displayMultipleItems) || 1;
  }

  private follow(moved: number): void {
    const distance = isFingerCaught() ? 0 : moved;
    const last = itemsOf(this.host).length - 1;
    const wanted = this.shown - distance / this.size();
    this.position = this.data().circular ? wanted : Math.min(last + 0.3, Math.max(-0.3, wanted));
    this.draw(false);
    const [dx, dy] = this.data().vertical ? [0, -distance] : [-distance, 0];
    this.component.triggerEvent('transition', { dx, dy });
  }

  private release(distance: number): void {
    const share = isFingerCaught() ? 0 : distance / this.size();
    const step = Math.abs(share) < TURN_SHARE ? 0 : share < 0 ? 1 : -1;
    this.turn(this.shown + step, 'touch');
    this.start();
  }

  /** @param source as WeChat tells it: autoplay, touch or nothing */
  turn(target: number, source: string): void {
    const count = itemsOf(this.host).length;
    if (count === 0) return;
    const next = this.data().circular ? (target + count) % count : Math.min(count - 1, Math.max(0, target));
    const isChange = next !== this.shown;
    // Over the edge of a circle the row goes on in the same direction.
    this.position = target;
    if (!this.data().circular) this.position = next;
    this.draw(true);
    this.shown = next;
    const detail = { current: next, currentItemId: itemIdOf(itemsOf(this.host)[next]), source };
    if (isChange) {
      setOwn(this.component, { current: next });
      this.component.triggerEvent('change', detail);
    }
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.position = this.shown;
      this.draw(false);
      if (isChange) this.component.triggerEvent('animationfinish', detail);
    }, this.data().duration);
  }

  private draw(isAnimated: boolean): void {
    const items = itemsOf(this.host);
    const { vertical, duration, circular, displayMultipleItems } = this.data();
    const share = 100 / Math.max(1, displayMultipleItems);
    items.forEach((item, index) => {
      let offset = index - this.position;
      if (circular && items.length > 1) {
        const half = items.length / 2;
        offset = ((((offset + half) % items.length) + items.length) % items.length) - half;
      }
      // An item that crosses to the other side of the circle does so out of sight.
      const isNear = Math.abs(offset) <= displayMultipleItems;
      item.style.transition = isAnimated && isNear ? `transform ${duration}ms ease-out` : 'none';
      item.style[vertical ? 'height' : 'width'] = `${share}%`;
      item.style.transform = vertical ? `translateY(${offset * 100}%)` : `translateX(${offset * 100}%)`;
    });
    this.drawDots(items.length);
  }

  private drawDots(count: number): void {
    const { indicatorDots, indicatorColor, indicatorActiveColor } = this.data();
    this.dots.hidden = !indicatorDots;
    const current = ((Math.round(this.position) % count) + count) % count || 0;
    this.dots.replaceChildren(
      ...Array.from({ length: indicatorDots ? count : 0 }, (_, index) => {
        const dot = document.createElement('span');
        dot.style.background = index === current ? indicatorActiveColor : indicatorColor;
        return dot;
      }),
    );
  }

  stop(): void {
    clearInterval(this.timer);
    this.timing = '';
  }

  private start(): void {
    const { autoplay, interval } = this.data();
    const timing = autoplay ? String(interval) : '';
    if (timing === this.timing) return;
    this.stop();
    this.timing = timing;
    if (!autoplay) return;
    this.timer = setInterval(() => {
      const last = itemsOf(this.host).length - 1;
      const isOver = this.shown >= last && !this.data().circular;
      this.turn(isOver ? 0 : this.shown + 1, 'autoplay');
    }, interval);
  }

  update(): void {
    const { current, currentItemId, vertical, previousMargin, nextMargin } = this.data();
    const named = itemsOf(this.host).findIndex((item) => currentItemId && itemIdOf(item) === currentItemId);
    const wanted = named >= 0 ? named : current;
    this.host.toggleAttribute('data-vertical', vertical);
    const [before, after] = [resolveLengths(previousMargin || '0'), resolveLengths(nextMargin || '0')];
    this.host.style.padding = vertical ? `${before} 0 ${after}` : `0 ${after} 0 ${before}`;
    if (wanted !== this.shown && this.host.isConnected) this.turn(wanted, '');
    else {
      this.shown = wanted;
      this.position = wanted;
      this.draw(false);
    }
    this.start();
  }
}

const carousels = new WeakMap<GeneralComponent, Carousel>();

export const swiper: Builtin = {
  hasSlot: true,
  properties: {
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    autoplay: Boolean,
    current: { type: Number, value: 0 },
    currentItemId: String,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    previousMargin: { type: String, value: '0px' },
    nextMargin: { type: String, value: '0px' },
    displayMultipleItems: { type: Number, value: 1 },
    snapToEdge: Boolean,
    easingFunction: { type: String, value: 'default' },
  },
  create: (component, host) => {
    const carousel = new Carousel(component, host);
    carousels.set(component, carousel);
    return () => carousel.update();
  },
  detached: (component) => carousels.get(component)?.stop(),
};
