import { drawSheet, SHEET_SIZE, type Pen, type PrintSheet } from '../../view/print-sheet';

type Canvas = WechatMiniprogram.Canvas;
type Image = WechatMiniprogram.Image;

const loaded = (canvas: Canvas, src: string): Promise<Image> =>
  new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('小程序码的图片没有打开，请重试'));
    image.src = src;
  });

/** A sheet of A4 as it will be printed; tells `drawn` with { path } of its picture, or `failed` with { error }. */
Component({
  properties: {
    /** PrintSheet of view/print-sheet; null until it is known. */
    sheet: Object,
    /** The code's picture, a file of this phone. */
    code: String,
  },
  observers: {
    'sheet, code'(sheet: PrintSheet | null, code: string) {
      if (sheet && code) void this.draw(sheet, code);
    },
  },
  methods: {
    canvas(): Promise<Canvas> {
      return new Promise((resolve) => {
        this.createSelectorQuery()
          .select('#sheet')
          .fields({ node: true })
          .exec(([found]: { node: Canvas }[]) => found && resolve(found.node));
      });
    },
    async draw(sheet: PrintSheet, code: string) {
      try {
        const canvas = await this.canvas();
        canvas.width = SHEET_SIZE.width;
        canvas.height = SHEET_SIZE.height;
        const picture = await loaded(canvas, code);
        drawSheet(canvas.getContext('2d') as Pen<Image>, sheet, picture);
        const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
        this.triggerEvent('drawn', { path: tempFilePath });
      } catch (error) {
        this.triggerEvent('failed', { error });
      }
    },
  },
});
