import { photoChoices, placeUnder, shiftsFor, type Cell } from '../../view/photo-order';

type Touch = WechatMiniprogram.TouchEvent<object, object, { index: number }>;

/** A photo that is held, beside the properties. */
interface Held {
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly start: { readonly x: number; readonly y: number };
}

const NOTHING_HELD = { held: -1, to: -1, shifts: [] as readonly string[] };
const shiftStyle = (x: number, y: number): string => `transform: translate(${x}px, ${y}px)`;

/**
 * Photos in their order with numbers. To look at, a tap shows them large. Editable: the last cell adds (add), a long
 * press lifts a photo and dragging it tells move { from, to }; a tap offers the same and more without dragging: view,
 * edit, remove { index }. Changes nothing itself; the page asks before it removes.
 */
Component({
  properties: {
    /** Paths or addresses, in order. */
    photos: Array,
    /** [whether it was drawn on], in the order of the photos. */
    edited: Array,
    isEditable: Boolean,
    /** Whether 编辑 is offered. */
    canEdit: Boolean,
    max: { type: Number, value: 20 },
  },
  data: { ...NOTHING_HELD },
  observers: {
    /** What was held may be gone. */
    photos() {
      this.letGo();
    },
  },
  methods: {
    kept() {
      return this as unknown as { holding?: Held | undefined };
    },
    onAdd() {
      this.triggerEvent('add');
    },
    onTap({ currentTarget: { dataset } }: Touch) {
      const { isEditable, canEdit, photos } = this.properties;
      if (!isEditable) {
        const sources = (photos as string[]).map((url) => ({ url, type: 'image' as const }));
        void wx.previewMedia({ sources, current: dataset.index });
        return;
      }
      const choices = photoChoices(dataset.index, photos.length, canEdit);
      void wx.showActionSheet({
        itemList: choices.map(({ words }) => words),
        success: ({ tapIndex }) => {
          const chosen = choices[tapIndex];
          if (chosen) this.triggerEvent(chosen.event, chosen.detail);
        },
        // Closed without a choice.
        fail: () => undefined,
      });
    },
    onLift({ currentTarget: { dataset }, touches: [finger] }: Touch) {
      const { isEditable, photos } = this.properties;
      if (!isEditable || photos.length < 2 || !finger) return;
      const start = { x: finger.clientX, y: finger.clientY };
      this.createSelectorQuery()
        .selectAll('.photo-cell')
        .boundingClientRect((found) => {
          const cells = found as unknown as Cell[];
          if (cells.length !== photos.length) return;
          this.kept().holding = { index: dataset.index, cells, start };
          this.setData({ held: dataset.index, to: dataset.index });
          void wx.vibrateShort({ type: 'light' });
        })
        .exec();
    },
    onDrag({ touches: [finger] }: Touch) {
      const { holding } = this.kept();
      if (!holding || !finger) return;
      const { index, cells, start } = holding;
      const to = placeUnder(cells, { x: finger.clientX, y: finger.clientY });
      const heldShift = shiftStyle(finger.clientX - start.x, finger.clientY - start.y);
      if (to === this.data.to && this.data.shifts.length > 0) {
        this.setData({ [`shifts[${index}]`]: heldShift });
        return;
      }
      const shifts = shiftsFor(cells, index, to).map(({ x, y }) => shiftStyle(x, y));
      shifts[index] = heldShift;
      this.setData({ to, shifts });
    },
    onDrop() {
      const { holding } = this.kept();
      const { to } = this.data;
      this.letGo();
      if (holding && to !== holding.index) this.triggerEvent('move', { from: holding.index, to });
    },
    letGo() {
      this.kept().holding = undefined;
      if (this.data.held >= 0) this.setData({ ...NOTHING_HELD });
    },
  },
});
