import type { CanvasContext } from '../../../platform/picture-canvas';
import type { Drawing, Mark, Size } from '../../../view/drawing/drawing';
import { cellsUnder } from '../../../view/drawing/mosaic';
import { paintCells, paintDrawing, paintMark, type Ink } from '../../../view/drawing/paint';

type Canvas = WechatMiniprogram.Canvas;

/**
 * Two canvases over each other: below the picture with what was drawn, kept as it is; above it the mark under the
 * finger alone, painted anew at most once a frame.
 */
export class Board {
  private readonly kept: CanvasContext;
  private readonly above: CanvasContext;
  private mark: Mark | null = null;
  private isFrameAsked = false;
  /** Of a mosaic under the finger: how many points of its way are painted. */
  private painted = 0;

  constructor(
    below: Canvas,
    private readonly live: Canvas,
    private readonly picture: WechatMiniprogram.Image,
    private readonly size: Size,
  ) {
    for (const canvas of [below, live]) {
      canvas.width = size.width;
      canvas.height = size.height;
    }
    this.kept = below.getContext('2d') as CanvasContext;
    this.above = live.getContext('2d') as CanvasContext;
  }

  /** The picture with the whole drawing, after what was taken back or brought again. */
  show(drawing: Drawing): void {
    const { width, height } = this.size;
    this.kept.drawImage(
      this.picture as unknown as Parameters<CanvasContext['drawImage']>[0],
      0,
      0,
      width,
      height,
    );
    paintDrawing(this.kept as Ink, drawing, this.size);
  }

  /** The mark as far as the finger came. */
  follow(mark: Mark): void {
    this.mark = mark;
    if (this.isFrameAsked) return;
    this.isFrameAsked = true;
    this.live.requestAnimationFrame(() => this.paintFollowed());
  }

  private paintFollowed(): void {
    this.isFrameAsked = false;
    const { mark } = this;
    if (!mark) return;
    if (mark.tool === 'mosaic') {
      const fresh = { ...mark, points: mark.points.slice(Math.max(0, this.painted - 1)) };
      this.painted = mark.points.length;
      paintCells(this.above as Ink, cellsUnder(fresh, this.size), this.size, this.kept as Ink);
      return;
    }
    this.clear();
    paintMark(this.above as Ink, mark, this.size);
  }

  private clear(): void {
    this.above.clearRect(0, 0, this.size.width, this.size.height);
  }

  /** The finger left: what it drew is kept, or was nothing. */
  settle(mark: Mark | null): void {
    this.mark = null;
    this.painted = 0;
    this.clear();
    if (mark) paintMark(this.kept as Ink, mark, this.size);
  }
}
