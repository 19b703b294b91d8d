import type { Role } from '../../../view/report-choices';

interface PeopleSheet {
  readonly title: string;
  readonly noneMeans: string;
  readonly isSingle: boolean;
}

/** What the sheet says where people of the role are chosen. */
export const PEOPLE_SHEETS: Readonly<Record<Role, PeopleSheet>> = {
  partners: {
    title: '共同检查人',
    noneMeans: '同站一起检查的监督人员，只选一人，也可不选',
    isSingle: true,
  },
  reviewers: {
    title: '上报接收人',
    noneMeans: '需要审核本记录的分管领导或站长，可多选，也可不选',
    isSingle: false,
  },
  recipients: {
    title: '下达接收人',
    noneMeans: '需要查看本记录的参建单位人员，可多选，也可不选',
    isSingle: false,
  },
};
