import type { CatalogueEntry } from '../../../domain/catalogue/catalogue';
import { isReused, isUnanswered } from '../../../domain/errors';
import { INSPECTION_TYPES, type InspectionType } from '../../../domain/inspection/inspection';
import { INSPECTION_LIMITS } from '../../../domain/inspection/limits';
import { confirm, tellDone, tellFailure } from '../../../platform/dialogs';
import { choosePhotos, uploadPhoto, type LocalPhoto } from '../../../platform/photos';
import { remember, remembered } from '../../../platform/remembered';
import { newRequestId } from '../../../platform/request-id';
import { listNameablePeople, submitInspection, type NameablePeople } from '../../../services/inspection';
import { currentPerson } from '../../../services/session';
import {
  commandOf,
  EMPTY_FORM,
  entriesOutside,
  faultsOf,
  reviewRows,
  type ReportErrors,
  type ReportForm,
} from '../../../view/report-form';

type Sheet = '' | 'project' | 'catalogue' | 'reviewers' | 'recipients' | 'review';

const TYPES = (Object.keys(INSPECTION_TYPES) as InspectionType[]).map((value) => ({
  value,
  name: INSPECTION_TYPES[value],
}));

Page({
  data: {
    types: TYPES,
    limits: INSPECTION_LIMITS,
    ...EMPTY_FORM,
    photoPaths: [] as string[],
    entryIds: [] as string[],
    reviewerIds: [] as string[],
    recipientIds: [] as string[],
    people: { reviewers: [], recipients: [], partners: [], units: [] } as NameablePeople,
    recentPeople: [] as readonly string[],
    sheet: '' as Sheet,
    errors: {} as ReportErrors,
    reviewRows: [] as ReturnType<typeof reviewRows>,
    isSubmitting: false,
    progress: '',
    /** Photos in the store so far, while they are sent. */
    sent: 0,
  },
  requestId: '',
  /** Content hash → fileID of what is already in the store for this requestId. */
  uploaded: null as unknown as Map<string, string>,
  /** Where in 我发送的 the first try of this requestId stands if it arrived; '' before it. */
  triedTab: '',

  onLoad() {
    this.beginCommand();
  },

  beginCommand() {
    this.requestId = newRequestId();
    this.uploaded = new Map();
    this.triedTab = '';
  },

  form(): ReportForm {
    const { project, type, part, photos, entries, supplement, reviewers, recipients } = this.data;
    return { project, type, part, photos, entries, supplement, reviewers, recipients };
  },

  openSheet(event: WechatMiniprogram.CustomEvent<object, object, { sheet: Sheet }>) {
    const { sheet } = event.currentTarget.dataset as { sheet: Sheet };
    const needsProject = sheet === 'reviewers' || sheet === 'recipients';
    if (needsProject && !this.data.project) {
      this.setData({ errors: { ...this.data.errors, project: '请先选择工程，再选接收人' } });
      return;
    }
    this.setData({ sheet, recentPeople: remembered<string>('recentPeople') });
  },

  closeSheet() {
    this.setData({ sheet: '' });
  },

  async onProject(event: WechatMiniprogram.CustomEvent<{ projectId: string; name: string }>) {
    const project = event.detail;
    const isOther = project.projectId !== this.data.project?.projectId;
    this.setData({ project, sheet: '', 'errors.project': '' });
    if (!isOther) return;
    // People belong to a project: those of the former one cannot stay chosen.
    this.setData({ reviewers: [], recipients: [], reviewerIds: [], recipientIds: [] });
    try {
      this.setData({ people: await listNameablePeople(project.projectId) });
    } catch (error) {
      void tellFailure(error);
    }
  },

  async onType(event: WechatMiniprogram.TouchEvent<object, object, { type: InspectionType }>) {
    const { type } = event.currentTarget.dataset;
    const outside = entriesOutside(type, this.data.entries);
    if (outside.length > 0) {
      const agreed = await confirm(
        '更换抽查类型',
        `已选的 ${outside.length} 条标准规范及违法违规行为不属于“${INSPECTION_TYPES[type]}”，更换后将移除`,
        '更换',
      );
      if (!agreed) return;
    }
    this.setData({ type });
    this.setEntries(this.data.entries.filter((entry) => !outside.includes(entry)));
  },

  onPart(event: WechatMiniprogram.Input) {
    this.setData({ part: event.detail.value, 'errors.part': '' });
  },

  onSupplement(event: WechatMiniprogram.TextareaInput) {
    this.setData({ supplement: event.detail.value, 'errors.supplement': '', 'errors.findings': '' });
  },

  async onAddPhotos() {
    try {
      const room = INSPECTION_LIMITS.photosPerFinding - this.data.photos.length;
      const taken = await choosePhotos(room);
      const known = new Set(this.data.photos.map((photo) => photo.sha256));
      const fresh = taken.filter((photo) => !known.has(photo.sha256));
      if (fresh.length < taken.length) tellDone('同一张照片只保留一次');
      this.setPhotos([...this.data.photos, ...fresh]);
    } catch (error) {
      void tellFailure(error);
    }
  },

  async onRemovePhoto(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
    const { index } = event.detail;
    if (!(await confirm('删除照片', `删除第 ${index + 1} 张照片？`, '删除'))) return;
    this.setPhotos(this.data.photos.filter((_, position) => position !== index));
  },

  setPhotos(photos: readonly LocalPhoto[]) {
    this.setData({ photos, photoPaths: photos.map((photo) => photo.path), 'errors.findings': '' });
  },

  onEntries(event: WechatMiniprogram.CustomEvent<{ entries: CatalogueEntry[] }>) {
    this.setEntries(event.detail.entries);
    this.closeSheet();
  },

  onRemoveEntry(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.setEntries(this.data.entries.filter((entry) => entry.id !== id));
  },

  setEntries(entries: readonly CatalogueEntry[]) {
    this.setData({ entries, entryIds: entries.map((entry) => entry.id), 'errors.findings': '' });
  },

  onReviewers(event: WechatMiniprogram.CustomEvent<{ ids: string[] }>) {
    const { ids } = event.detail;
    this.setData({ reviewers: this.chosen(ids, 'reviewers'), reviewerIds: ids, sheet: '' });
    this.rememberPeople(ids);
  },

  onRecipients(event: WechatMiniprogram.CustomEvent<{ ids: string[] }>) {
    const { ids } = event.detail;
    this.setData({ recipients: this.chosen(ids, 'recipients'), recipientIds: ids, sheet: '' });
    this.rememberPeople(ids);
  },

  rememberPeople(ids: readonly string[]) {
    if (ids.length > 0) this.setData({ recentPeople: remember('recentPeople', ids) });
  },

  chosen(ids: readonly string[], side: 'reviewers' | 'recipients') {
    const people = this.data.people[side];
    return ids.flatMap((id) => people.find((person) => person.personId === id) ?? []);
  },

  onReview() {
    const errors = faultsOf(this.form());
    this.setData({ errors });
    const [first] = Object.keys(errors);
    if (first) {
      void wx.pageScrollTo({ selector: `#field-${first}`, offsetTop: -16 });
      return;
    }
    this.setData({ sheet: 'review', reviewRows: reviewRows(this.form()) });
  },

  async onSubmit() {
    if (this.data.isSubmitting) return;
    this.setData({ isSubmitting: true });
    try {
      const fileIDs = await this.upload(this.data.photos);
      this.setData({ progress: '正在提交', sent: this.data.photos.length });
      this.triedTab ||= this.data.reviewerIds.length > 0 ? 'pendingReview' : 'effective';
      const receipt = await submitInspection(commandOf(this.form(), this.requestId, fileIDs));
      tellDone(receipt.isReviewed ? '已提交，等待审核' : '已提交');
      this.showSent(receipt.isReviewed ? 'pendingReview' : 'effective');
    } catch (error) {
      // A refusal wrote nothing, so the corrected form is a new command. Without an answer it may have been written:
      // the id stays, and the server recognises the repeat.
      const { triedTab } = this;
      if (!isUnanswered(error)) this.beginCommand();
      if (isReused(error)) await this.tellReceived(triedTab);
      else void tellFailure(error);
    } finally {
      this.setData({ isSubmitting: false, progress: '', sent: 0 });
    }
  },

  /** An earlier try of this form arrived although no answer came, and the form was changed since. */
  async tellReceived(tab: string) {
    const goes = await confirm(
      '之前的提交已经收到',
      '上一次提交已形成记录，不可更改。这次的改动没有提交；如需另报一条，可留在本页再提交。',
      '去查看',
    );
    if (goes) this.showSent(tab);
  },

  showSent(tab: string) {
    void wx.redirectTo({ url: `/pages/inspection/sent/sent?tab=${tab}` });
  },

  /** One after the other, in order; what is in the store already is not sent again. */
  async upload(photos: readonly LocalPhoto[]): Promise<string[]> {
    const { uploadPrefix } = await currentPerson();
    const fileIDs: string[] = [];
    for (const [index, photo] of photos.entries()) {
      this.setData({ progress: `照片已上传 ${index}/${photos.length}`, sent: index });
      const fileID =
        this.uploaded.get(photo.sha256) ?? (await uploadPhoto(photo, uploadPrefix, this.requestId));
      this.uploaded.set(photo.sha256, fileID);
      fileIDs.push(fileID);
    }
    return fileIDs;
  },
});
