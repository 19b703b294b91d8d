import { DomainError } from '../../../domain/errors';
import { confirm, sentenceOf, tellFailure } from '../../../platform/dialogs';
import { askBeforeLeaving, leaveFreely } from '../../../platform/leaving';
import { canvasOf, placeOf, type Placed } from '../../../platform/measure';
import { loadImage, MOST_CANVAS_SIDE } from '../../../platform/picture-canvas';
import {
  COLOURS,
  fitted,
  longSide,
  MOST_SIGNS,
  NO_DRAWING,
  WIDTHS,
  type Drawing,
  type Mark,
  type Point,
  type Tool,
} from '../../../view/drawing/drawing';
import { finished } from '../../../view/drawing/finished';
import {
  beginHistory,
  drawingOf,
  isChanged,
  redo,
  undo,
  withMark,
  type History,
} from '../../../view/drawing/history';
import { groundOf } from '../../shown-copy';
import { Finger } from '../finger';
import { openerOf } from '../opener';
import { Board } from './board';

interface Asked {
  readonly path: string;
  readonly drawing: Drawing | null;
}

const TOOLS: readonly { tool: Tool; icon: string; name: string; note: string }[] = [
  { tool: 'pen', icon: 'pen', name: '画笔', note: '在照片上画线' },
  { tool: 'arrow', icon: 'arrow', name: '箭头', note: '拖向要指的地方' },
  { tool: 'box', icon: 'box', name: '方框', note: '从一角拖到对角' },
  { tool: 'circle', icon: 'circle', name: '圆圈', note: '从一角拖到对角' },
  { tool: 'text', icon: 'text', name: '文字', note: '点一下要写字的地方' },
  { tool: 'mosaic', icon: 'mosaic', name: '马赛克', note: '涂抹要遮住的地方' },
];
const [{ note: FIRST_NOTE } = { note: '' }] = TOOLS;
const LEAVING = '这次在照片上画的还没有保存，确定离开？';

type Tapped = WechatMiniprogram.TouchEvent<object, object, { tool?: Tool; colour?: string }>;

/**
 * 编辑照片: draws on a photo. Opened by navigateTo with the event `edit` { path, drawing }; tells `done` { drawing }.
 * The photo stays as it is: what is drawn is data, painted into the shown copy later.
 */
Page({
  data: {
    state: 'loading' as 'loading' | 'ready' | 'unreadable',
    message: '',
    tools: TOOLS,
    colours: COLOURS,
    tool: 'pen' as Tool,
    colour: COLOURS[0].colour as string,
    note: FIRST_NOTE,
    /** Of the picture on the screen, px. */
    width: 0,
    height: 0,
    canUndo: false,
    canRedo: false,
    isWriting: false,
    text: '',
    mostSigns: MOST_SIGNS,
  },
  begun: NO_DRAWING as Drawing,
  history: beginHistory(NO_DRAWING) as History,
  board: null as Board | null,
  place: null as Placed | null,
  finger: new Finger(),
  way: [] as Point[],
  wasChanged: false,
  isReady: null as Promise<void> | null,
  ready: (): void => undefined,

  onLoad() {
    this.finger = new Finger();
    this.isReady = new Promise((resolve) => (this.ready = resolve));
    const opener = openerOf(this);
    if (!opener) return this.fail(new DomainError('photo.notNamed'));
    opener.on('edit', (asked: Asked) => void this.open(asked));
  },

  onReady() {
    this.ready();
  },

  fail(error: unknown) {
    this.setData({ state: 'unreadable', message: sentenceOf(error) });
  },

  async open({ path, drawing }: Asked) {
    try {
      const [ground] = await Promise.all([groundOf(path), this.isReady]);
      const size = fitted(ground, await placeOf(this, '#stage'));
      await new Promise<void>((resolve) => this.setData(size, resolve));
      const [below, live, place] = await Promise.all([
        canvasOf(this, '#below'),
        canvasOf(this, '#live'),
        placeOf(this, '#glass'),
      ]);
      const dots = Math.min(wx.getWindowInfo().pixelRatio, MOST_CANVAS_SIDE / longSide(size));
      const inDots = { width: Math.floor(size.width * dots), height: Math.floor(size.height * dots) };
      this.place = place;
      this.board = new Board(below, live, await loadImage(below, ground.path), inDots);
      this.begun = drawing ?? NO_DRAWING;
      this.history = beginHistory(this.begun);
      this.board.show(this.begun);
      this.setData({ state: 'ready' });
      this.tellHistory();
    } catch (error) {
      this.fail(error);
    }
  },

  onTool({ currentTarget }: Tapped) {
    const chosen = TOOLS.find(({ tool }) => tool === currentTarget.dataset.tool);
    if (chosen) this.setData({ tool: chosen.tool, note: chosen.note });
  },

  onColour({ currentTarget }: Tapped) {
    this.setData({ colour: currentTarget.dataset.colour ?? COLOURS[0].colour });
  },

  markOf(points: readonly Point[], text?: string): Mark {
    const { tool, colour } = this.data;
    return { tool, colour, width: WIDTHS[tool], points, ...(text === undefined ? {} : { text }) };
  },

  onDown(event: WechatMiniprogram.TouchEvent) {
    const point = this.place && this.finger.down(event, this.place);
    if (!point) return;
    this.way = [point];
    this.follow();
  },

  onMove(event: WechatMiniprogram.TouchEvent) {
    const point = this.finger.move(event);
    if (!point) return;
    this.way.push(point);
    this.follow();
  },

  follow() {
    if (this.data.tool !== 'text') this.board?.follow(this.markOf(this.way));
  },

  onUp(event: WechatMiniprogram.TouchEvent) {
    if (!this.finger.up(event)) return;
    if (this.data.tool === 'text') this.setData({ isWriting: true, text: '' });
    else this.keep(finished(this.markOf(this.way)));
  },

  /** The phone took the finger away: what it drew was not meant. */
  onCancel(event: WechatMiniprogram.TouchEvent) {
    if (this.finger.up(event)) this.board?.settle(null);
  },

  onWrite({ detail }: WechatMiniprogram.Input) {
    this.setData({ text: detail.value });
  },

  onWritten() {
    this.setData({ isWriting: false });
    this.keep(finished(this.markOf(this.way.slice(-1), this.data.text)));
  },

  onUnwritten() {
    this.setData({ isWriting: false });
  },

  keep(mark: Mark | null) {
    try {
      if (mark) this.history = withMark(this.history, mark);
      this.board?.settle(mark);
      this.tellHistory();
    } catch (error) {
      this.board?.settle(null);
      void tellFailure(error);
    }
  },

  tellHistory() {
    const { marks, undone } = this.history;
    this.setData({ canUndo: marks.length > 0, canRedo: undone.length > 0 });
    const isOther = isChanged(this.history, this.begun);
    if (isOther !== this.wasChanged) (isOther ? () => askBeforeLeaving(LEAVING) : leaveFreely)();
    this.wasChanged = isOther;
  },

  onUndo() {
    this.turnTo(undo(this.history));
  },

  onRedo() {
    this.turnTo(redo(this.history));
  },

  turnTo(history: History) {
    this.history = history;
    this.board?.show(drawingOf(history));
    this.tellHistory();
  },

  async onGiveUp() {
    const isLost = isChanged(this.history, this.begun);
    if (isLost && !(await confirm('放弃修改', LEAVING, '离开'))) return;
    this.leave();
  },

  onDone() {
    openerOf(this)?.emit('done', { drawing: drawingOf(this.history) });
    this.leave();
  },

  leave() {
    leaveFreely();
    void wx.navigateBack();
  },
});
