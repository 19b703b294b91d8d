import type { CatalogueEntry } from '../../../domain/catalogue/catalogue';
import { INSPECTION_TYPES, type InspectionType } from '../../../domain/inspection/inspection';
import { INSPECTION_LIMITS } from '../../../domain/inspection/limits';
import type { Judgement } from '../../../domain/inspection/propose-finding';
import type { PersonRef } from '../../../domain/people/post';
import { confirm, sentenceOf, tellDone, tellFailure } from '../../../platform/dialogs';
import { takeLeftRecording, type Recorded } from '../../../platform/recorder';
import { remember, remembered, rememberReport } from '../../../platform/remembered';
import { failedRead, type LoadState } from '../../../view/load-state';
import { choicesOf, type Role } from '../../../view/report-choices';
import {
  EMPTY_FORM,
  emptyProblem,
  faultsOf,
  firstFault,
  isUntouched,
  type AttendanceDraft,
} from '../../../view/report-form';
import { wheelPart } from '../../../view/report-part';
import { problemCard } from '../../../view/report-problem';
import { EMPTY_REVIEW, reportReview } from '../../../view/report-review';
import { lengthOf } from '../../../view/voice/voice-time';
import { ReportDesk } from './desk';
import { proposeProject, type ProjectHead, type Why } from './opening';
import { PEOPLE_SHEETS } from './people-sheets';
import { ProblemEvidenceDesk, type EvidenceAct } from './problem-evidence';
import { Submission } from './submission';

type Sheet = '' | 'project' | 'catalogue' | 'people' | 'recorder' | 'attendance' | 'review';
/** An event of one problem's card. */
type OfProblem<Detail extends object = object> = WechatMiniprogram.CustomEvent<
  Detail,
  object,
  { index: number }
>;

interface Query {
  readonly project?: string;
  /** The rejected record that is to be corrected. */
  readonly correct?: string;
}

const FIRST_CARD = problemCard(emptyProblem(1), { units: [], quick: [], same: new Map(), now: '' });

Page({
  data: {
    state: 'ready' as LoadState,
    message: '',
    isCorrection: false,
    /** Why the record that is corrected was not passed. */
    rejectionReason: '',
    /** What of the corrected record's terms the catalogue has no more. */
    lost: '',
    limits: INSPECTION_LIMITS,
    types: (Object.keys(INSPECTION_TYPES) as InspectionType[]).map((value) => ({
      value,
      name: INSPECTION_TYPES[value],
    })),
    head: null as ProjectHead | null,
    type: EMPTY_FORM.type,
    part: '',
    parts: [] as string[],
    isClear: false,
    problems: [FIRST_CARD],
    /** `key` of the problem that is open; 0 for none. */
    openKey: 1,
    /** 责任单位 on offer. */
    units: [] as { unitId: string; name: string }[],
    attendance: null as AttendanceDraft | null,
    attendanceWords: '',
    peopleNote: '',
    partner: '',
    reviewers: '',
    recipients: '',
    reviewerCount: 0,
    projectError: '',
    partError: '',
    sheet: '' as Sheet,
    people: {
      ...PEOPLE_SHEETS.reviewers,
      role: 'reviewers' as Role,
      offered: [] as readonly PersonRef[],
      picked: [] as string[],
    },
    recentPeople: [] as readonly string[],
    /** Of the problem whose terms are chosen. */
    entryIds: [] as string[],
    review: EMPTY_REVIEW,
    isSubmitting: false,
    progress: '',
    sent: 0,
  },
  desk: null as unknown as ReportDesk,
  evidence: null as unknown as ProblemEvidenceDesk,
  submission: null as unknown as Submission,
  /** Place of the problem whose terms are chosen, or to which is spoken. */
  choosing: 0,
  query: {} as Query,

  async onLoad(query: Query) {
    this.query = query;
    this.desk = new ReportDesk((data) => this.setData(data));
    this.evidence = new ProblemEvidenceDesk(this.desk);
    this.submission = new Submission();
    if (query.correct) await this.openCorrection(query.correct);
    else await this.openProject(query.project);
    void this.desk.offerQuick();
    await this.offerLeftRecording();
  },

  /** Whoever left the page while recording finds the recording again. */
  async offerLeftRecording() {
    const left = takeLeftRecording();
    if (!left || this.data.state !== 'ready') return;
    const question = `上次离开时正在录的 ${lengthOf(left.durationMs)} 还保留着，加入问题 1 吗？`;
    if (await confirm('上次的录音', question, '加入')) await this.evidence.addVoice(0, left);
  },

  async openProject(projectId?: string) {
    const found = projectId ? { projectId, why: 'named' as const } : await proposeProject();
    // A finger quicker than the position has chosen meanwhile.
    if (found && !this.desk.form.project) await this.useProject(found.projectId, found.why);
  },

  async useProject(projectId: string, why: Why) {
    try {
      await this.desk.useProject(projectId, why);
    } catch (error) {
      this.setData({ projectError: sentenceOf(error) });
    }
  },

  async openCorrection(inspectionId: string) {
    this.setData({ state: 'loading', isCorrection: true });
    try {
      await this.desk.correct(inspectionId);
    } catch (error) {
      this.setData(failedRead(error, false));
    }
  },

  onRetry() {
    void this.onLoad(this.query);
  },

  async onProject(event: WechatMiniprogram.CustomEvent<{ projectId: string; name: string }>) {
    const { projectId, name } = event.detail;
    this.setData({ sheet: '', projectError: '' });
    if (projectId === this.desk.form.project?.projectId) return;
    this.desk.putProject({ projectId, name });
    await this.useProject(projectId, 'named');
  },

  async onType({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { type: InspectionType }>) {
    const { type } = currentTarget.dataset;
    const outside = this.desk.outside(type);
    if (outside.length > 0) {
      const agreed = await confirm(
        '更换抽查类型',
        `已选的 ${outside.length} 条标准规范及违法违规行为不属于“${INSPECTION_TYPES[type]}”，更换后将移除：${outside.join('；')}`,
        '更换',
      );
      if (!agreed) return;
    }
    this.desk.setType(type);
  },

  onPart(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.desk.setPart(event.detail.value);
  },

  onChoosePart(event: WechatMiniprogram.CustomEvent<{ part: string }>) {
    this.desk.choosePart(event.detail.part);
  },

  onWheel(event: WechatMiniprogram.CustomEvent<{ rows: number[] }>) {
    const part = wheelPart(event.detail.rows);
    if (part !== '') this.desk.choosePart(part);
  },

  onEvidence({ currentTarget, detail }: OfProblem<EvidenceAct>) {
    void this.evidence.act(currentTarget.dataset.index, detail);
  },

  onRecord(event: OfProblem) {
    this.choosing = event.currentTarget.dataset.index;
    if (this.evidence.mayRecord(this.choosing)) this.setData({ sheet: 'recorder' });
  },

  onRecorded({ detail }: WechatMiniprogram.CustomEvent<Recorded>) {
    void this.evidence.addVoice(this.choosing, detail);
  },

  onCatalogue(event: OfProblem) {
    this.choosing = event.currentTarget.dataset.index;
    const { entries } = this.desk.problem(this.choosing);
    this.setData({ sheet: 'catalogue', entryIds: entries.map(({ id }) => id) });
  },

  onEntries(event: WechatMiniprogram.CustomEvent<{ entries: CatalogueEntry[] }>) {
    this.setData({ sheet: '' });
    this.desk.setEntries(this.choosing, event.detail.entries);
  },

  onQuick(event: OfProblem<{ id: string }>) {
    this.desk.addEntry(event.currentTarget.dataset.index, event.detail.id);
  },

  onRemoveEntry(event: OfProblem<{ id: string }>) {
    const { index } = event.currentTarget.dataset;
    const { entries } = this.desk.problem(index);
    this.desk.setEntries(
      index,
      entries.filter(({ id }) => id !== event.detail.id),
    );
  },

  onSupplement(event: OfProblem<{ value: string }>) {
    this.desk.change(event.currentTarget.dataset.index, { supplement: event.detail.value });
  },

  onJudge(event: OfProblem<Partial<Judgement>>) {
    const { index } = event.currentTarget.dataset;
    this.desk.change(index, { judged: { ...this.desk.problem(index).judged, ...event.detail } });
  },

  onFold(event: OfProblem) {
    const { key } = this.desk.problem(event.currentTarget.dataset.index);
    this.setData({ openKey: this.data.openKey === key ? 0 : key });
  },

  onAddProblem() {
    const openKey = this.desk.addProblem();
    const last = this.desk.form.problems.length - 1;
    this.setData({ openKey }, () => this.scrollTo(`problem-${last}`));
  },

  scrollTo(field: string) {
    void wx.pageScrollTo({ selector: `#field-${field}`, offsetTop: -16 });
  },

  async onRemoveProblem(event: OfProblem) {
    const { index } = event.currentTarget.dataset;
    const isEmpty = isUntouched(this.desk.problem(index));
    if (!isEmpty && !(await confirm('删除问题', `删除问题 ${index + 1} 和它的全部内容？`, '删除'))) return;
    this.desk.removeProblem(index);
  },

  /** 未发现问题 is one tap; what was entered is given up only when that is meant. */
  async onClear() {
    const { isClear, problems } = this.desk.form;
    const filled = problems.filter((problem) => !isUntouched(problem)).length;
    const isAsked = !isClear && filled > 0;
    if (isAsked && !(await confirm('未发现问题', `已填写的 ${filled} 个问题将删除，不会提交`, '删除问题')))
      return;
    this.desk.setClear(!isClear);
    this.setData({ openKey: 1 });
  },

  onSame({ detail }: OfProblem<{ id: string }>) {
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${detail.id}` });
  },

  openAttendance() {
    if (!this.desk.form.project) {
      this.setData({ projectError: '请先选择工程，再请到场人员签字' });
      this.scrollTo('project');
      return;
    }
    this.setData({ sheet: 'attendance', attendance: this.desk.form.attendance });
  },

  onAttendance({ detail }: WechatMiniprogram.CustomEvent<{ attendance: AttendanceDraft | null }>) {
    this.setData({ sheet: '' });
    this.desk.setAttendance(detail.attendance);
  },

  async openPeople(event: WechatMiniprogram.CustomEvent<object, object, { role: Role }>) {
    const { role } = event.currentTarget.dataset;
    if (!this.desk.form.project) {
      this.setData({ projectError: '请先选择工程，再选人员' });
      this.scrollTo('project');
      return;
    }
    try {
      const offered = await this.desk.offered(role);
      const picked = this.desk.chosen(role).map(({ personId }) => personId);
      this.setData({
        sheet: 'people',
        people: { ...PEOPLE_SHEETS[role], role, offered, picked },
        recentPeople: remembered<string>('recentPeople'),
      });
    } catch (error) {
      void tellFailure(error);
    }
  },

  onPeople(event: WechatMiniprogram.CustomEvent<{ ids: string[] }>) {
    const { ids } = event.detail;
    this.setData({ sheet: '' });
    this.desk.choose(this.data.people.role, ids);
    if (ids.length > 0) remember('recentPeople', ids);
  },

  openProjects() {
    this.setData({ sheet: 'project' });
  },

  closeSheet() {
    this.setData({ sheet: '' });
  },

  onReview() {
    const errors = faultsOf(this.desk.form);
    const first = firstFault(errors);
    if (first === '') {
      this.setData({ sheet: 'review', review: reportReview(this.desk.form) });
      return;
    }
    this.setData(
      {
        projectError: errors.project ?? '',
        partError: errors.part ?? '',
        ...Object.fromEntries(
          this.desk.form.problems.map((_, index) => [
            `problems[${index}].error`,
            errors.problems[index] ?? '',
          ]),
        ),
      },
      () => this.scrollTo(first),
    );
  },

  async onSubmit() {
    if (this.data.isSubmitting) return;
    this.setData({ isSubmitting: true });
    const { form } = this.desk;
    try {
      const tab = await this.submission.send(form, (progress) => this.setData(progress));
      rememberReport({ projectId: form.project?.projectId ?? '', part: form.part.trim() }, choicesOf(form));
      tellDone(tab === 'pendingReview' ? '已提交，等待审核' : '已提交');
      this.showSent(tab);
    } catch (error) {
      const arrivedIn = this.submission.failed(error);
      if (arrivedIn !== '') await this.tellReceived(arrivedIn);
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
});
