import { searchCatalogue, type CatalogueEntry } from '../domain/catalogue/catalogue';
import { INSPECTION_TYPES, type InspectionType } from '../domain/inspection/inspection';
import { proposeFinding } from '../domain/inspection/propose-finding';
import { INSPECTION_LIMITS } from '../domain/inspection/limits';
import type { LocalPhoto } from '../platform/photos';
import type { NameablePeople, SubmitInspection } from '../services/inspection';

type Person = NameablePeople['reviewers'][number];

/** What the person has filled in so far. */
export interface ReportForm {
  readonly project: { readonly projectId: string; readonly name: string } | null;
  readonly type: InspectionType;
  readonly part: string;
  readonly photos: readonly LocalPhoto[];
  readonly entries: readonly CatalogueEntry[];
  readonly supplement: string;
  readonly reviewers: readonly Person[];
  readonly recipients: readonly Person[];
}

export type ReportErrors = Readonly<Partial<Record<'project' | 'part' | 'findings' | 'supplement', string>>>;

export const EMPTY_FORM: ReportForm = {
  project: null,
  type: 'comprehensive',
  part: '',
  photos: [],
  entries: [],
  supplement: '',
  reviewers: [],
  recipients: [],
};

/** What is missing or too long, by field; {} when the form can be submitted. */
export const faultsOf = (form: ReportForm): ReportErrors => ({
  ...(form.project ? {} : { project: '缺少工程名称，请选择' }),
  ...(form.part.trim() === '' ? { part: '缺少抽查部位，请填写' } : {}),
  ...(form.photos.length === 0 && form.entries.length === 0 && form.supplement.trim() === ''
    ? { findings: '还没有描述问题，请拍照、选取标准规范及违法违规行为或填写问题补充说明' }
    : {}),
  ...(form.supplement.length > INSPECTION_LIMITS.supplementLength
    ? { supplement: `问题补充说明最多 ${INSPECTION_LIMITS.supplementLength} 字，请删减` }
    : {}),
});

/** The chosen entries that do not belong to the type. */
export const entriesOutside = (
  type: InspectionType,
  entries: readonly CatalogueEntry[],
): CatalogueEntry[] => {
  const fitting = new Set(searchCatalogue(entries, type, ''));
  return entries.filter((entry) => !fitting.has(entry));
};

const names = (people: readonly Person[]): string =>
  people.map(({ name, organisation, position }) => `${name}（${organisation} ${position}）`).join('\n');

/** The review sheet's rows, in the manual's order. */
export const reviewRows = (form: ReportForm) => [
  { label: '工程名称', value: form.project?.name ?? '' },
  { label: '抽查类型', value: INSPECTION_TYPES[form.type] },
  { label: '抽查部位', value: form.part.trim() },
  {
    label: '标准规范及违法违规行为',
    value: form.entries.map((entry, index) => `${index + 1}. ${entry.text}`).join('\n') || '未选',
  },
  { label: '问题补充说明', value: form.supplement.trim() || '无' },
  { label: '上报接收人', value: names(form.reviewers) || '未选：无需审核，直接下达' },
  { label: '下达接收人', value: names(form.recipients) || '未选：作为监督内档，不发给任何人' },
  { label: '照片', value: `${form.photos.length} 张` },
];

/** The command: every photo by the file it became, in order. Throws nothing; the form was found without fault. */
export const commandOf = (
  form: ReportForm,
  requestId: string,
  fileIDs: readonly string[],
): SubmitInspection => ({
  requestId,
  projectId: form.project?.projectId ?? '',
  type: form.type,
  part: form.part.trim(),
  isClear: false,
  findings: [
    {
      ...proposeFinding(form.entries, []),
      photos: form.photos.map((photo, index) => ({
        fileID: fileIDs[index] ?? '',
        sha256: photo.sha256,
        bytes: photo.bytes,
        order: index + 1,
        takenAt: photo.takenAt,
      })),
      catalogueIds: form.entries.map((entry) => entry.id),
      supplement: form.supplement.trim(),
    },
  ],
  reviewerIds: form.reviewers.map((person) => person.personId),
  recipientIds: form.recipients.map((person) => person.personId),
  partnerId: null,
  previousId: null,
});
