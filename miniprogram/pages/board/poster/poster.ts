import { saveToAlbum } from '../../../platform/album';
import { tellDone, tellFailure } from '../../../platform/dialogs';
import { downloadFile } from '../../../platform/files';
import { makeEntryPoster, type EntryPoster } from '../../../services/session';
import { failedRead, type LoadState } from '../../../view/load-state';
import type { PrintSheet } from '../../../view/print-sheet';
import { entrySheet } from '../../../view/sheets';

/** 入口码海报: for a station's wall; who administers several stations chooses one. */
Page({
  data: {
    state: 'loading' as LoadState,
    message: '',
    stations: [] as EntryPoster['stations'],
    chosen: 0,
    code: '',
    sheet: null as PrintSheet | null,
    poster: '',
  },
  stationId: null as string | null,

  onLoad() {
    void this.load();
  },

  async load() {
    try {
      const made = await makeEntryPoster(this.stationId);
      const code = await downloadFile(made.fileID);
      this.setData({
        ...{ state: 'ready', code, stations: made.stations, poster: '' },
        chosen: made.stations.findIndex(({ stationId }) => stationId === made.stationId),
        sheet: entrySheet(made.stationName),
      });
    } catch (error) {
      this.setData(failedRead(error, this.data.state === 'ready'));
    }
  },

  onStation({ detail }: WechatMiniprogram.PickerChange) {
    this.stationId = this.data.stations[Number(detail.value)]?.stationId ?? null;
    void this.load();
  },

  onDrawn({ detail }: WechatMiniprogram.CustomEvent<{ path: string }>) {
    this.setData({ poster: detail.path });
  },

  onFailed({ detail }: WechatMiniprogram.CustomEvent<{ error: unknown }>) {
    void tellFailure(detail.error);
  },

  onPreview() {
    const { poster } = this.data;
    if (poster) void wx.previewImage({ urls: [poster] });
  },

  async onSave() {
    try {
      if (await saveToAlbum(this.data.poster)) tellDone('已保存到相册');
    } catch (error) {
      void tellFailure(error);
    }
  },
});
