import { pastProblems } from '../../miniprogram/view/past-problems';

const FOUND = {
  catalogueId: 'Q-CON-001',
  text: '结构混凝土强度不符合设计',
  inspectionId: 'i7',
  submittedAt: '2026-11-20T17:30:00.000Z',
  authorName: '陈海生',
  part: '5 层楼板',
};

test('each entry that came before stands with its last time, by Hainan’s day', () => {
  expect(pastProblems([FOUND], 3)).toEqual({
    summary: '引用的 3 条中有 1 条以往出现过，下面是各条最近的一次',
    rows: [
      {
        id: 'Q-CON-001',
        inspectionId: 'i7',
        text: '结构混凝土强度不符合设计',
        when: '2026-11-21 · 陈海生 · 5 层楼板',
      },
    ],
  });
});

test('where none came before that is said', () => {
  expect(pastProblems([], 2)).toEqual({
    summary: '引用的 2 条，本工程以往审核通过的记录都没有引用过',
    rows: [],
  });
});
