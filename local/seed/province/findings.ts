import { CATALOGUE } from '../../../cloudfunctions/_shared/catalogue';
import { searchCatalogue } from '../../../miniprogram/domain/catalogue/catalogue';
import type { InspectionType } from '../../../miniprogram/domain/inspection/inspection';
import type { SeededPart } from './kinds';
import type { Random } from './random';

export interface DrawnFinding {
  readonly catalogueIds: readonly string[];
  readonly supplement: string;
}

const ENTRIES = [...CATALOGUE.values()];

/** The same few searches are asked thousands of times. */
const found = new Map<string, readonly string[]>();
const idsFor = (type: InspectionType, query: string): readonly string[] => {
  const key = `${type} ${query}`;
  const known = found.get(key);
  if (known) return known;
  const ids = searchCatalogue(ENTRIES, type, query).map(({ id }) => id);
  found.set(key, ids);
  return ids;
};

const SUPPLEMENTS: Readonly<Record<InspectionType, readonly string[]>> = {
  quality: [
    '现场已标识范围，要求复测后报监理复核。',
    '隐蔽前未通知监理验收，要求停止下道工序。',
    '同一部位另有两处类似情况，要求一并排查。',
    '进场材料复验报告未到，先行使用。',
  ],
  safety: [
    '要求立即整改，整改完成前该区域停止作业。',
    '作业人员已撤离，现场设置警戒。',
    '涉及班组已现场告知，要求重新交底。',
    '同类问题上次检查时已经指出，要求举一反三。',
  ],
  comprehensive: [
    '资料与现场进度不同步，要求一周内补齐。',
    '项目负责人当日不在场，由技术负责人陪同。',
    '要求施工、监理单位共同排查并留存记录。',
    '现场管理总体可控，个别部位需要加强。',
  ],
};

const NOTHING_SHARE = 0.08;
const SUPPLEMENT_SHARE = 0.55;
const MOST_CITED = 3;

/** One to three problems of the part, or none: 未发现问题. */
export const drawFindings = ({ type, query }: SeededPart, random: Random): DrawnFinding[] => {
  if (random.chance(NOTHING_SHARE)) return [];
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  return Array.from({ length: count }, () => ({
    catalogueIds: random.some(idsFor(type, query), random.between(1, MOST_CITED)),
    supplement: random.chance(SUPPLEMENT_SHARE) ? random.pick(SUPPLEMENTS[type]) : '',
  }));
};
