import type { CatalogueEntry } from '../../../domain/catalogue/catalogue';
import type { InspectionType } from '../../../domain/inspection/inspection';
import { INSPECTION_LIMITS } from '../../../domain/inspection/limits';
import { UNIT_ROLES, type PersonRef } from '../../../domain/people/post';
import { remember, rememberChosen, remembered } from '../../../platform/remembered';
import { loadCatalogue } from '../../../services/catalogue';
import {
  findSameProblems,
  listNameablePeople,
  readCorrection,
  type NameablePeople,
  type SameProblem,
} from '../../../services/inspection';
import {
  chosenAgain,
  namedAmong,
  spokenNames,
  type LastChoices,
  type Role,
} from '../../../view/report-choices';
import { attendanceWords } from '../../../view/report-attendance';
import { formOfCorrection, lostWords } from '../../../view/report-correction';
import {
  EMPTY_FORM,
  emptyProblem,
  entriesOutside,
  withoutEntries,
  withoutUnits,
  withProblem,
  type AttendanceDraft,
  type ProblemDraft,
  type ReportForm,
} from '../../../view/report-form';
import { partWith, recentParts, type UsedPart } from '../../../view/report-part';
import { problemCard } from '../../../view/report-problem';
import { quickEntries } from '../../../view/report-terms';
import { projectHead, type ProjectHead, type Why } from './opening';

const NOBODY = { attendance: null, partner: null, reviewers: [], recipients: [] };
const NO_CHOICES = { partnerId: null, reviewerIds: [], recipientIds: [] };

/** The form on the table with what lies beside it; shows piece by piece what of it changed. */
export class ReportDesk {
  form: ReportForm = EMPTY_FORM;
  private named: NameablePeople | null = null;
  private catalogue: readonly CatalogueEntry[] = [];
  private same = new Map<string, SameProblem | null>();
  /** What a chip or the wheel put into 抽查部位. */
  private lastPart = '';
  private isTypeChosen = false;

  /** What is shown together, while it is gathered. */
  private gathered: object | null = null;

  /** @param draw the page's setData */
  constructor(private readonly draw: (data: object) => void) {}

  private show(data: object): void {
    if (this.gathered) Object.assign(this.gathered, data);
    else this.draw(data);
  }

  /** Several changes, drawn once. */
  private atOnce(change: () => void): void {
    const gathered = {};
    this.gathered = gathered;
    try {
      change();
    } finally {
      this.gathered = null;
    }
    this.draw(gathered);
  }

  /**
   * The project with its people; those chosen last time are filled in.
   * @throws DomainError input.projectUnavailable, or of the network
   */
  async useProject(projectId: string, why: Why): Promise<void> {
    const named = await listNameablePeople(projectId);
    const head = await projectHead(named.project, why);
    if (why === 'named') rememberChosen(named.project);
    this.atOnce(() => {
      this.putNamed(named, head);
      this.useLastChoices(projectId);
      this.showProblems();
    });
    void this.askSame();
  }

  private putNamed(named: NameablePeople, head: ProjectHead): void {
    const { project, units } = named;
    this.putProject({ projectId: project.projectId, name: project.name }, units);
    this.named = named;
    this.show({ head, projectError: '' });
  }

  /** Another project: nothing that belongs to the former one stays. */
  putProject(
    project: { readonly projectId: string; readonly name: string },
    units: ReportForm['units'] = [],
  ): void {
    this.named = null;
    this.same = new Map();
    const problems = withoutUnits(this.form.problems);
    this.form = { ...this.form, project, units, problems, ...NOBODY };
    this.show({
      head: { name: project.name, about: '' },
      parts: recentParts(remembered<UsedPart>('usedParts'), project.projectId),
      units: units.map(({ unitId, unitName, unitRole }) => ({
        unitId,
        name: `${unitName}（${UNIT_ROLES[unitRole]}）`,
      })),
    });
    this.showPeople('');
  }

  private useLastChoices(projectId: string): void {
    const last = remembered<LastChoices>('lastChoices').find((each) => each.projectId === projectId);
    const hasEntries = this.form.problems.some(({ entries }) => entries.length > 0);
    if (last && !this.isTypeChosen && !hasEntries) this.put({ type: last.type });
    this.choosePeople(last ?? NO_CHOICES);
  }

  /** Fields of the form that stand in `data` under their own names. */
  private put(change: Partial<Pick<ReportForm, 'type' | 'part' | 'isClear'>>): void {
    this.form = { ...this.form, ...change };
    this.show(change);
  }

  /**
   * The rejected record as a new form, with its project and people as they are today, drawn at once with why it was not
   * passed. Whether the project had the same problems before was said when it was first reported.
   * @throws DomainError record.notVisible, inspection.notRejected, inspection.resubmittedAlready, or of the network
   */
  async correct(inspectionId: string): Promise<void> {
    const [correction, catalogue] = await Promise.all([readCorrection(inspectionId), loadCatalogue()]);
    this.catalogue = catalogue;
    this.isTypeChosen = true;
    const { people, reason: rejectionReason } = correction;
    const head = await projectHead(people.project, 'named');
    rememberChosen(people.project);
    this.atOnce(() => {
      this.putNamed(people, head);
      this.form = { ...this.form, ...formOfCorrection(correction, catalogue, this.form.units) };
      this.choosePeople(correction);
      const { type, part, isClear } = this.form;
      this.put({ type, part, isClear });
      this.showProblems();
      this.show({ state: 'ready', rejectionReason, lost: lostWords(correction, catalogue), openKey: 0 });
    });
  }

  /** The chosen entries, of all problems, that do not belong to the type, in words. */
  outside(type: InspectionType): string[] {
    return entriesOutside(type, this.form.problems).map(({ text }) => text);
  }

  setType(type: InspectionType): void {
    this.isTypeChosen = true;
    const problems = withoutEntries(this.form.problems, entriesOutside(type, this.form.problems));
    this.form = { ...this.form, problems };
    this.atOnce(() => {
      this.put({ type });
      this.showProblems();
    });
  }

  setPart(part: string): void {
    this.form = { ...this.form, part };
    this.show({ part, partError: '' });
  }

  /** A chip or the wheel says it. */
  choosePart(part: string): void {
    const { part: before } = this.form;
    const next = partWith(before, this.lastPart, part);
    this.lastPart = next;
    this.setPart(next);
  }

  setClear(isClear: boolean): void {
    if (isClear) this.form = { ...this.form, problems: [emptyProblem(1)] };
    this.atOnce(() => {
      this.put({ isClear });
      this.showProblems();
    });
  }

  // —— 问题 ——

  private card(problem: ProblemDraft) {
    const ids = problem.entries.map(({ id }) => id);
    return problemCard(problem, {
      units: this.form.units,
      quick: quickEntries(this.catalogue, this.form.type, remembered<string>('recentEntries'), ids),
      same: this.same,
      now: new Date().toISOString(),
    });
  }

  showProblems(): void {
    this.show({ problems: this.form.problems.map((problem) => this.card(problem)) });
  }

  problem(index: number): ProblemDraft {
    return this.form.problems[index] ?? emptyProblem(0);
  }

  /** One problem became another: only its card is drawn anew. */
  change(index: number, change: Partial<ProblemDraft>): void {
    this.form = withProblem(this.form, index, change);
    this.show({ [`problems[${index}]`]: this.card(this.problem(index)) });
  }

  /** @returns the key of the new one, at the end */
  addProblem(): number {
    const { problems } = this.form;
    const problem = emptyProblem(Math.max(...problems.map(({ key }) => key)) + 1);
    this.form = { ...this.form, problems: [...problems, problem] };
    this.show({ [`problems[${problems.length}]`]: this.card(problem) });
    return problem.key;
  }

  removeProblem(index: number): void {
    this.form = { ...this.form, problems: this.form.problems.filter((_, place) => place !== index) };
    this.showProblems();
  }

  /** Once the catalogue is at hand its commonest terms are offered; without it the sheet still says what is wrong. */
  async offerQuick(): Promise<void> {
    if (this.catalogue.length > 0) return;
    try {
      this.catalogue = await loadCatalogue();
      this.showProblems();
    } catch {
      // The catalogue's sheet tells why when it is opened.
    }
  }

  setEntries(index: number, entries: readonly CatalogueEntry[]): void {
    this.change(index, { entries });
    void this.askSame();
  }

  addEntry(index: number, id: string): void {
    const entry = this.catalogue.find((candidate) => candidate.id === id);
    const { entries } = this.problem(index);
    if (!entry || entries.some((each) => each.id === id)) return;
    remember('recentEntries', [id]);
    this.setEntries(index, [...entries, entry]);
  }

  /** 本工程以前的同一问题, of entries not asked about yet. It helps and must not stop: a failure is silent. */
  private async askSame(): Promise<void> {
    const { project, problems, previousId } = this.form;
    if (!project) return;
    const { same } = this;
    const ids = new Set(problems.flatMap(({ entries }) => entries.map(({ id }) => id)));
    const catalogueIds = [...ids]
      .filter((id) => !same.has(id))
      .slice(0, INSPECTION_LIMITS.catalogueEntriesPerFinding);
    if (catalogueIds.length === 0) return;
    try {
      const { projectId } = project;
      const found = await findSameProblems({ projectId, catalogueIds, exceptId: previousId });
      for (const id of catalogueIds) same.set(id, found.find((each) => each.catalogueId === id) ?? null);
      // Another project was chosen meanwhile.
      if (found.length > 0 && same === this.same) this.showProblems();
    } catch {
      // Asked again with the next entry.
    }
  }

  // —— 人员 ——

  setAttendance(attendance: AttendanceDraft | null): void {
    this.form = { ...this.form, attendance };
    this.show({ attendanceWords: attendanceWords(attendance) });
  }

  /** Who can be named in the role; they are fetched where they did not come with the project. */
  async offered(role: Role): Promise<readonly PersonRef[]> {
    if (!this.named && this.form.project) await this.useProject(this.form.project.projectId, 'named');
    return this.named?.[role] ?? [];
  }

  chosen(role: Role): readonly PersonRef[] {
    const { partner, reviewers, recipients } = this.form;
    if (role === 'partners') return partner ? [partner] : [];
    return role === 'reviewers' ? reviewers : recipients;
  }

  choose(role: Role, ids: readonly string[]): void {
    if (!this.named) return;
    const people = namedAmong(this.named, role, ids);
    const change = role === 'partners' ? { partner: people[0] ?? null } : { [role]: people };
    this.form = { ...this.form, ...change };
    this.showPeople('');
  }

  private choosePeople(choices: Pick<LastChoices, 'partnerId' | 'reviewerIds' | 'recipientIds'>): void {
    if (!this.named) return;
    const { note, ...people } = chosenAgain(this.named, choices);
    this.form = { ...this.form, ...people };
    this.showPeople(note);
  }

  private showPeople(peopleNote: string): void {
    const { partner, reviewers, recipients } = this.form;
    this.show({
      peopleNote,
      attendanceWords: attendanceWords(this.form.attendance),
      partner: partner?.name ?? '',
      reviewers: spokenNames(reviewers),
      recipients: spokenNames(recipients),
      reviewerCount: reviewers.length,
    });
  }
}
