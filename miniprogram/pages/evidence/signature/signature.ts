import { DomainError } from '../../../domain/errors';
import { sentenceOf, tellFailure } from '../../../platform/dialogs';
import { askBeforeLeaving, leaveFreely } from '../../../platform/leaving';
import { canvasOf, placeOf, type Placed } from '../../../platform/measure';
import {
  MOST_CANVAS_SIDE,
  paintedPicture,
  type CanvasContext,
  type MadePicture,
} from '../../../platform/picture-canvas';
import { longSide, reduced, type Drawing, type Point, type Size } from '../../../view/drawing/drawing';
import { finished } from '../../../view/drawing/finished';
import { paintDrawing, type Ink } from '../../../view/drawing/paint';
import { inkMark, isSigned } from '../../../view/drawing/signature';
import { Finger } from '../finger';
import { openerOf } from '../opener';

interface Asked {
  readonly name: string;
  readonly unit: string;
}

const LEAVING = '签名还没有保存，确定离开？';
const MOST_BYTES = 100 * 1024;
/** px, longer side: the first is enough for print, the others for who fills the whole pad with ink. */
const SIDES = [900, 600, 400] as const;

/** The signature as it is kept: PNG, black on white. */
const written = async (pad: Size, drawing: Drawing): Promise<MadePicture> => {
  const write = (side: number): Promise<MadePicture> =>
    paintedPicture(
      reduced({ width: pad.width * 10, height: pad.height * 10 }, side),
      { fileType: 'png', qualities: [1], mostBytes: MOST_BYTES },
      (context, size) => paintDrawing(context as Ink, drawing, size),
    );
  const [largest, ...smaller] = SIDES;
  let made = await write(largest);
  for (const side of smaller) if (made.bytes > MOST_BYTES) made = await write(side);
  return made;
};

/**
 * 现场签名 of a unit's person who attended. Opened by navigateTo with the event `sign` { name, unit }; tells `signed`
 * { path, width, height, bytes } of a PNG.
 */
Page({
  data: {
    state: 'ready' as 'ready' | 'unnamed',
    message: '',
    name: '',
    unit: '',
    isEmpty: true,
    isBusy: false,
  },
  strokes: { marks: [] } as Drawing,
  way: [] as Point[],
  finger: new Finger(),
  place: null as Placed | null,
  canvas: null as WechatMiniprogram.Canvas | null,
  isFrameAsked: false,

  onLoad() {
    this.finger = new Finger();
    this.strokes = { marks: [] };
    const opener = openerOf(this);
    if (opener)
      opener.on('sign', ({ name, unit }: Asked) => this.setData({ name, unit }, () => void this.layOut()));
    else this.setData({ state: 'unnamed', message: sentenceOf(new DomainError('signature.notNamed')) });
  },

  onReady() {
    void this.layOut();
  },

  /** Where the pad stands: again when the name is known, which may need two rows. */
  async layOut() {
    if (this.data.state !== 'ready') return;
    const [canvas, place] = await Promise.all([canvasOf(this, '#pad'), placeOf(this, '#pad')]);
    const dots = Math.min(wx.getWindowInfo().pixelRatio, MOST_CANVAS_SIDE / longSide(place));
    canvas.width = Math.floor(place.width * dots);
    canvas.height = Math.floor(place.height * dots);
    this.canvas = canvas;
    this.place = place;
    this.paint();
  },

  onDown(event: WechatMiniprogram.TouchEvent) {
    const point = this.place && this.finger.down(event, this.place);
    if (!point) return;
    this.way = [point];
    this.paint();
  },

  onMove(event: WechatMiniprogram.TouchEvent) {
    const point = this.finger.move(event);
    if (!point) return;
    this.way.push(point);
    this.paint();
  },

  onUp(event: WechatMiniprogram.TouchEvent) {
    if (!this.finger.up(event)) return;
    const stroke = finished(inkMark(this.way));
    this.way = [];
    if (stroke) this.strokes = { marks: [...this.strokes.marks, stroke] };
    if (this.data.isEmpty) {
      this.setData({ isEmpty: false });
      askBeforeLeaving(LEAVING);
    }
    this.paint();
  },

  /** All strokes, once a frame. */
  paint() {
    const { canvas } = this;
    if (!canvas || this.isFrameAsked) return;
    this.isFrameAsked = true;
    canvas.requestAnimationFrame(() => {
      this.isFrameAsked = false;
      const context = canvas.getContext('2d') as CanvasContext;
      // Paper is white and ink black, whatever the phone's colours are: so it is kept.
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      const marks = this.way.length > 0 ? [...this.strokes.marks, inkMark(this.way)] : this.strokes.marks;
      paintDrawing(context as Ink, { marks }, canvas);
    });
  },

  onAgain() {
    this.strokes = { marks: [] };
    this.way = [];
    this.setData({ isEmpty: true });
    leaveFreely();
    this.paint();
  },

  async onDone() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      if (!this.place || !isSigned(this.strokes)) throw new DomainError('signature.empty');
      openerOf(this)?.emit('signed', await written(this.place, this.strokes));
      this.leave();
    } catch (error) {
      await tellFailure(error);
    } finally {
      this.setData({ isBusy: false });
    }
  },

  leave() {
    leaveFreely();
    void wx.navigateBack();
  },
});
