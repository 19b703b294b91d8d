import { DomainError } from '../../../domain/errors';
import { copyText } from '../../../platform/clipboard';
import { sentenceOf } from '../../../platform/dialogs';
import { barPlace } from '../../../platform/measure';
import {
  choicesOf,
  comparedOf,
  nearPlaces,
  originalFacts,
  wantedOf,
  type OriginalFacts,
  type SeenThrough,
  type Shown,
  type ViewerItem,
} from '../../../view/viewer';
import { openerOf } from '../opener';
import { Addresses } from './addresses';
import { Sources, type Source } from './sources';

interface Panel extends Source {
  readonly kind: ViewerItem['kind'];
  readonly title: string;
  readonly thumb: string;
}

type OfPicture = WechatMiniprogram.CustomEvent<object, object, { id: string }>;

/** What becomes of the whole page: a record that may no longer be read shows nothing of it. */
const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.code === 'record.notVisible';

/**
 * 查看证据: photos, videos and recordings, one at a time, in the dark. Opened by navigateTo with the event `show`
 * (view/viewer Shown). Of many only the one looked at and its neighbours are in memory, and only their addresses are
 * asked for.
 */
Page({
  data: {
    state: 'loading' as 'loading' | 'ready' | 'denied' | 'empty',
    message: '',
    bar: { top: 0, height: 44, right: 96 },
    /** A place each item; what stands there is in panels while it is near. */
    places: [] as number[],
    panels: {} as Readonly<Record<number, Panel>>,
    at: 0,
    title: '',
    position: '',
    isDoubtful: false,
    isAlone: false,
    hasOriginal: false,
    canCompare: false,
    isOriginal: false,
    isComparing: false,
    compared: [] as (Source & { readonly title: string })[],
    original: null as OriginalFacts | null,
    originalNote: '',
  },
  items: [] as readonly ViewerItem[],
  of: null as SeenThrough | null,
  addresses: new Addresses(),
  sources: new Sources(new Addresses()),

  onLoad() {
    this.addresses = new Addresses();
    this.sources = new Sources(this.addresses);
    const opener = openerOf(this);
    if (opener) opener.on('show', (shown: Shown) => this.show(shown));
    else this.showNothing();
  },

  showNothing() {
    this.setData({ state: 'empty', message: sentenceOf(new DomainError('evidence.notNamed')) });
  },

  show({ items, at, of }: Shown) {
    if (items.length === 0) return this.showNothing();
    this.items = items;
    this.of = of;
    this.setData({ state: 'ready', bar: barPlace(), places: items.map((_, place) => place) });
    this.look(Math.min(Math.max(0, at), items.length - 1));
  },

  onTurn({ detail }: WechatMiniprogram.SwiperChange) {
    if (detail.current !== this.data.at) this.look(detail.current);
  },

  /** Another item: it is shown as it is shown at first. */
  look(at: number) {
    const item = this.items[at];
    if (!item) return;
    this.setData({
      at,
      title: item.title,
      position: `${at + 1}/${this.items.length}`,
      isDoubtful: item.isDoubtful === true,
      // Only a picture is looked at alone: beside the others nothing brings the bars back.
      isAlone: this.data.isAlone && item.kind === 'photo',
      ...choicesOf(item, this.of),
      ...{ isOriginal: false, isComparing: false },
      ...this.drawn(at, false, false),
    });
    void this.fetch();
  },

  /** What is known of the pictures near a place, and of the original. */
  drawn(at: number, isOriginal: boolean, isComparing: boolean) {
    const places = isComparing ? [] : nearPlaces(at, this.items.length);
    const panels = places.map((place) => [place, this.panelOf(place, isOriginal && place === at)] as const);
    const item = this.items[at];
    const evidence = item?.evidenceId ?? '';
    const known = this.addresses.find(evidence);
    return {
      panels: Object.fromEntries(panels) as Record<number, Panel>,
      compared:
        isComparing && item
          ? comparedOf(item).map((each) => ({
              title: each.title,
              ...this.sources.of(each.path, each.evidenceId),
            }))
          : [],
      original: known ? originalFacts(known) : null,
      originalNote: known ? '' : this.sources.of('', evidence).note || '正在取校验值…',
    };
  },

  panelOf(place: number, isOriginal: boolean): Panel {
    const { kind, title, path, evidenceId, shownId, thumbnailUrl } = this.items[place] as ViewerItem;
    const source = this.sources.of(isOriginal ? '' : path, isOriginal ? evidenceId : (shownId ?? evidenceId));
    return { kind, title, thumb: thumbnailUrl, ...source };
  },

  redraw() {
    const { at, isOriginal, isComparing } = this.data;
    this.setData(this.drawn(at, isOriginal, isComparing));
  },

  /** Asks where the pictures near by are, in one call. */
  async fetch() {
    const near = nearPlaces(this.data.at, this.items.length);
    const wanted = near.flatMap((place) => wantedOf(this.items[place] as ViewerItem, this.of));
    try {
      await this.sources.ask(wanted);
    } catch (error) {
      if (isRefusal(error)) {
        this.setData({ state: 'denied', message: error.message, panels: {}, compared: [] });
        return;
      }
    }
    this.redraw();
  },

  onLoaded({ currentTarget }: OfPicture) {
    this.sources.came(currentTarget.dataset.id);
  },

  /** An address may have expired: it is asked for anew, once. */
  onFailed({ currentTarget }: OfPicture) {
    const asksAgain = this.sources.failed(currentTarget.dataset.id);
    this.redraw();
    if (asksAgain) void this.fetch();
  },

  onRetry({ currentTarget }: OfPicture) {
    this.sources.retry(currentTarget.dataset.id);
    this.redraw();
    void this.fetch();
  },

  onSingle() {
    this.setData({ isAlone: !this.data.isAlone });
  },

  onOriginal() {
    const isOriginal = !this.data.isOriginal;
    this.setData({ isOriginal, isComparing: false, ...this.drawn(this.data.at, isOriginal, false) });
  },

  onCompare() {
    const isComparing = !this.data.isComparing;
    this.setData({ isComparing, isOriginal: false, ...this.drawn(this.data.at, false, isComparing) });
  },

  onCopy() {
    if (this.data.original) void copyText(this.data.original.sha256);
  },

  leave() {
    void wx.navigateBack();
  },
});
