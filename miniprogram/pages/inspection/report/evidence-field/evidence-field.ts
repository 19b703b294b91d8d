import { EVIDENCE_KINDS } from '../../../../domain/evidence/kinds';
import type { PhotoSource } from '../../../../platform/photos';
import type { EvidenceAct } from '../problem-evidence';

type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;
type OfPhoto = WechatMiniprogram.CustomEvent<{ index: number }>;

/** Photos, videos and recordings of one problem. Changes nothing itself: tells act (EvidenceAct) and record. */
Component({
  properties: {
    /** Paths, in order. */
    photos: Array,
    /** Which of them were drawn on. */
    edited: Array,
    /** [{ path, posterPath, length }] */
    videos: Array,
    /** [{ path, durationMs }] */
    voices: Array,
  },
  data: { kinds: EVIDENCE_KINDS },
  methods: {
    tell(act: EvidenceAct) {
      this.triggerEvent('act', act);
    },
    onTake({ currentTarget }: Tap<{ source: PhotoSource }>) {
      this.tell({ act: 'addPhotos', source: currentTarget.dataset.source });
    },
    onViewPhoto({ detail }: OfPhoto) {
      this.tell({ act: 'viewPhoto', place: detail.index });
    },
    onEditPhoto({ detail }: OfPhoto) {
      this.tell({ act: 'editPhoto', place: detail.index });
    },
    onRemovePhoto({ detail }: OfPhoto) {
      this.tell({ act: 'removePhoto', place: detail.index });
    },
    onMovePhoto({ detail }: WechatMiniprogram.CustomEvent<{ from: number; to: number }>) {
      this.tell({ act: 'movePhoto', ...detail });
    },
    onAddVideo() {
      this.tell({ act: 'addVideo' });
    },
    onReplaceVideo({ currentTarget }: Tap<{ place: number }>) {
      this.tell({ act: 'replaceVideo', place: currentTarget.dataset.place });
    },
    onRemoveVideo({ currentTarget }: Tap<{ place: number }>) {
      this.tell({ act: 'removeVideo', place: currentTarget.dataset.place });
    },
    onRemoveVoice({ currentTarget }: Tap<{ place: number }>) {
      this.tell({ act: 'removeVoice', place: currentTarget.dataset.place });
    },
    onRecord() {
      this.triggerEvent('record');
    },
  },
});
