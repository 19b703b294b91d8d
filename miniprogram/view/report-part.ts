import { INSPECTION_LIMITS } from '../domain/inspection/limits';

const NONE = '不选';

const numbered = (from: number, to: number, name: (number: number) => string): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => name(from + index));

/** 楼栋, 楼层 and what of the building: the wheel beside the free text. */
export const PART_WHEEL: readonly (readonly string[])[] = [
  [NONE, ...numbered(1, 30, (number) => `${number} 号楼`), '地下室', '裙房', '室外', '临建区'],
  [NONE, ...['地下 3 层', '地下 2 层', '地下 1 层'], ...numbered(1, 60, (number) => `${number} 层`)],
  [
    NONE,
    ...['外架', '临边洞口', '模板支架', '塔吊', '施工电梯', '吊篮', '卸料平台', '基坑', '临时用电'],
    ...['楼板', '梁', '柱', '剪力墙', '钢筋', '混凝土', '砌体', '楼梯', '屋面', '外墙', '门窗', '防水'],
    ...['管线安装', '路基', '管沟', '材料堆场', '加工棚'],
  ],
];

/** What the wheel says: 3 号楼 12 层外架; '' where nothing was turned. */
export const wheelPart = (rows: readonly number[]): string => {
  const [building = '', floor = '', word = ''] = PART_WHEEL.map((column, index) => {
    const said = column[rows[index] ?? 0] ?? NONE;
    return said === NONE ? '' : said;
  });
  return [building, `${floor}${word}`].filter((text) => text !== '').join(' ');
};

/**
 * The part after something was chosen for it: what was chosen before makes room, what was typed stays before it.
 * @param lastChosen what a chip or the wheel put there, '' for nothing
 */
export const partWith = (part: string, lastChosen: string, chosen: string): string => {
  const typed = part.trim();
  const isFree = typed === '' || typed === lastChosen;
  return (isFree ? chosen : `${typed}、${chosen}`).slice(0, INSPECTION_LIMITS.partLength);
};

export interface UsedPart {
  readonly projectId: string;
  readonly part: string;
}

/** So many chips keep the field on one or two lines. */
const MOST_CHIPS = 4;
/** A longer one is a sentence: no chip. */
const LONGEST_CHIP = 16;

/** Parts of this project used lately, the last first. */
export const recentParts = (used: readonly UsedPart[], projectId: string): string[] =>
  used
    .filter((each) => each.projectId === projectId && each.part.length <= LONGEST_CHIP)
    .slice(0, MOST_CHIPS)
    .map(({ part }) => part);
