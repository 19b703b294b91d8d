import { INSPECTION_LIMITS } from '../../../../domain/inspection/limits';
import type { EvidenceAct } from '../problem-evidence';

type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;

/**
 * One problem: photos first, terms, words and the judgement; folded, a line that says what it holds. Changes nothing
 * itself, it tells: evidence (EvidenceAct), record, catalogue, quick { id }, removeentry { id },
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
    onEvidence({ detail }: WechatMiniprogram.CustomEvent<EvidenceAct>) {
      this.triggerEvent('evidence', detail);
    },
    onRecord() {
      this.triggerEvent('record');
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
