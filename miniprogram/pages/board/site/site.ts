import { saveToAlbum } from '../../../platform/album';
import { tellDone, tellFailure } from '../../../platform/dialogs';
import { downloadFile } from '../../../platform/files';
import { makeSiteCode } from '../../../services/project';
import { failedRead, requireNamed, type LoadState } from '../../../view/load-state';
import type { PrintSheet } from '../../../view/print-sheet';
import { siteSheet } from '../../../view/sheets';

/** 工地码: the mini program code that opens the project, alone and on a board to print. */
Page({
  data: {
    state: 'loading' as LoadState,
    message: '',
    name: '',
    code: '',
    sheet: null as PrintSheet | null,
    /** The board's picture on this phone, '' until it is drawn. */
    board: '',
  },
  projectId: '',

  onLoad(query: { id?: string }) {
    this.projectId = query.id ?? '';
    void this.load();
  },

  async load() {
    try {
      requireNamed(this.projectId);
      const made = await makeSiteCode(this.projectId);
      const code = await downloadFile(made.fileID);
      this.setData({ state: 'ready', name: made.name, code, sheet: siteSheet(made) });
    } catch (error) {
      this.setData(failedRead(error, this.data.state === 'ready'));
    }
  },

  onDrawn({ detail }: WechatMiniprogram.CustomEvent<{ path: string }>) {
    this.setData({ board: detail.path });
  },

  onFailed({ detail }: WechatMiniprogram.CustomEvent<{ error: unknown }>) {
    void tellFailure(detail.error);
  },

  onPreview() {
    const { board } = this.data;
    if (board) void wx.previewImage({ urls: [board] });
  },

  onSaveCode() {
    return this.save(this.data.code);
  },

  onSaveBoard() {
    return this.save(this.data.board);
  },

  async save(path: string) {
    try {
      if (await saveToAlbum(path)) tellDone('已保存到相册');
    } catch (error) {
      void tellFailure(error);
    }
  },
});
