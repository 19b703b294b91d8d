import { saveToAlbum } from '../../platform/album';
import { tellFailure } from '../../platform/dialogs';
import { takeLeftRecording } from '../../platform/recorder';
import { digestOf } from '../../platform/sha256';
import { chooseVideo } from '../../platform/videos';
import { movedTo } from '../../view/photo-order';
import { lengthOf } from '../../view/voice/voice-time';

const tell = (type, detail) => globalThis.told.push(['case', type, detail]);
const PHOTOS = Array.from({ length: 20 }, (_, at) => `/assets/map/known.png?${at + 1}`);

/** A page that holds what records, plays and arranges evidence, and notes what it is told. */
Page({
  data: {
    photos: PHOTOS,
    edited: PHOTOS.map((_, at) => at === 1),
    isRecording: false,
    voices: [],
    video: null,
    length: '',
  },
  log({ type, detail }) {
    tell(type, detail);
  },
  onMove({ type, detail }) {
    tell(type, detail);
    this.setData({ photos: movedTo(this.data.photos, detail.from, detail.to) });
  },
  onRecord() {
    this.setData({ isRecording: true });
  },
  onVoice({ detail }) {
    tell('voice', detail);
    this.setData({ voices: [...this.data.voices, detail] });
  },
  onClose() {
    tell('closed', {});
    this.setData({ isRecording: false });
  },
  onRemoveVoice({ currentTarget }) {
    tell('removevoice', currentTarget.dataset);
    this.setData({ voices: this.data.voices.filter((_, at) => at !== currentTarget.dataset.index) });
  },
  async onVideo() {
    try {
      const video = await chooseVideo(this.source || 'camera', {
        maxSeconds: 60,
        maxBytes: 100 * 1024 * 1024,
      });
      tell('video', video);
      if (video) this.setData({ video, length: lengthOf(video.durationMs) });
    } catch (error) {
      void tellFailure(error);
    }
  },
  async onAlbum() {
    try {
      tell('saved', await saveToAlbum('/assets/map/known.png'));
    } catch (error) {
      void tellFailure(error);
    }
  },
  digest(filePath) {
    return digestOf(filePath);
  },
  left() {
    return takeLeftRecording();
  },
});
