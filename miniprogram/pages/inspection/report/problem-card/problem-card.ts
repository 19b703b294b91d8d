import { INSPECTION_LIMITS } from '../../../../domain/inspection/limits';
import type { ProblemCard } from '../../../../view/report-problem';

type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;

/**
 * One problem: photos first, terms, words and the judgement; folded, a line that says what it holds. Changes nothing
 * itself, it tells: photos { source }, movephoto { from, to }, removephoto { place }, catalogue, quick { id }, removeentry { id },
 * supplement { value }, judge, fold, remove, same { id }.
 */
Component({
  properties: {
    /** ProblemCard of view/report-problem */
    card: Object,
    /** From 1. */
    order: Number,
    isOpen: Boolean,
    /** The last one cannot be removed. */
    isOnly: Boolean,
    /** [{ unitId, name }] */
    units: Array,
  },
  data: { limits: INSPECTION_LIMITS },
  methods: {
    onPhotos(event: Tap<{ source: string }>) {
      this.triggerEvent('photos', { source: event.currentTarget.dataset.source });
    },
    onViewPhoto({ detail }: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const { photos } = this.properties.card as ProblemCard;
      const sources = photos.map((url) => ({ url, type: 'image' as const }));
      void wx.previewMedia({ sources, current: detail.index });
    },
    onMovePhoto({ detail }: WechatMiniprogram.CustomEvent<{ from: number; to: number }>) {
      this.triggerEvent('movephoto', detail);
    },
    onRemovePhoto({ detail }: WechatMiniprogram.CustomEvent<{ index: number }>) {
      this.triggerEvent('removephoto', { place: detail.index });
    },
    onCatalogue() {
      this.triggerEvent('catalogue');
    },
    onQuick(event: Tap<{ id: string }>) {
      this.triggerEvent('quick', { id: event.currentTarget.dataset.id });
    },
    onRemoveEntry(event: Tap<{ id: string }>) {
      this.triggerEvent('removeentry', { id: event.currentTarget.dataset.id });
    },
    onSupplement({ detail }: WechatMiniprogram.TextareaInput) {
      this.triggerEvent('supplement', { value: detail.value });
    },
    onJudge({ detail }: WechatMiniprogram.CustomEvent<object>) {
      this.triggerEvent('judge', detail);
    },
    onFold() {
      this.triggerEvent('fold');
    },
    onRemove() {
      this.triggerEvent('remove');
    },
    onSame(event: Tap<{ id: string }>) {
      this.triggerEvent('same', { id: event.currentTarget.dataset.id });
    },
  },
});
