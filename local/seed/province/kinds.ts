import type { InspectionType } from '../../../miniprogram/domain/inspection/inspection';

/** A part of the works that is looked at; `#` stands for a number. */
export interface SeededPart {
  readonly type: InspectionType;
  readonly part: string;
  /** What the officer types into the catalogue's search: the code of a discipline. */
  readonly query: string;
}

/** What is built. */
export interface ProjectKind {
  /** How many of a hundred projects, about. */
  readonly weight: number;
  /** `T` is the town, `N` another town, `B` an invented name, `#` a number. */
  readonly names: readonly string[];
  readonly isPublic: boolean;
  readonly parts: readonly SeededPart[];
}

const part = (type: InspectionType, text: string, query: string): SeededPart => ({ type, part: text, query });

const BUILDING: readonly SeededPart[] = [
  part('safety', '# 号楼外脚手架', 'S-SCK'),
  part('safety', '# 号楼悬挑层脚手架', 'S-SCX'),
  part('safety', '# 号塔吊', 'S-TWC'),
  part('safety', '# 号楼施工升降机', 'S-ELV'),
  part('safety', '# 号楼临边与洞口', 'S-HGH'),
  part('safety', '二级配电箱及 # 号楼楼层用电', 'S-TEL'),
  part('safety', '地下室基坑北侧', 'S-PIT'),
  part('safety', '# 号楼转换层高支模', 'S-FWS'),
  part('quality', '# 号楼 3 层楼板钢筋', 'Q-REB'),
  part('quality', '# 号楼剪力墙混凝土', 'Q-CON'),
  part('quality', '# 号楼填充墙砌体', 'Q-MAS'),
  part('quality', '地下室外墙防水', 'Q-WPF'),
  part('quality', '# 号楼外窗与幕墙', 'Q-DEC'),
  part('comprehensive', '项目部资料与现场管理', 'Q-ACT'),
  part('comprehensive', '# 号楼主体结构及生活区', 'S-CIV'),
];

const LINEAR: readonly SeededPart[] = [
  part('quality', 'K#+300 路基与基层', 'Q-MUN'),
  part('quality', 'K#+150 雨水管沟回填', 'Q-TST'),
  part('safety', 'K#+080 沟槽支护', 'S-PIT'),
  part('safety', '起重吊装作业面', 'S-LIF'),
  part('safety', 'K#+600 临时用电', 'S-TEL'),
  part('safety', '有限空间作业（# 号检查井）', 'S-CFS'),
  part('comprehensive', '项目部及 K# 标段围挡', 'S-DUS'),
];

const BRIDGES: readonly SeededPart[] = [
  part('quality', '# 号墩承台钢筋', 'Q-REB'),
  part('quality', '# 号墩柱混凝土', 'Q-CON'),
  part('safety', '# 号墩施工平台', 'S-HGH'),
  part('safety', '# 号孔满堂支架', 'S-SCO'),
  part('safety', '架桥机与起重设备', 'S-CRN'),
  part('comprehensive', '桥梁工区管理与资料', 'S-MGT'),
];

const WATERWORKS: readonly SeededPart[] = [
  part('quality', '# 号沉淀池池壁', 'Q-CON'),
  part('quality', '清水池防水', 'Q-WPF'),
  part('safety', '泵房基坑', 'S-PIT'),
  part('safety', '# 号池模板支架', 'S-FWS'),
  part('safety', '池内有限空间作业', 'S-CFS'),
  part('comprehensive', '厂区管理与临时设施', 'S-CIV'),
];

export const KINDS: readonly ProjectKind[] = [
  {
    weight: 34,
    names: ['T B#期', 'B#期 A 区', 'B#期 B 区', 'T B花园#号地块'],
    isPublic: false,
    parts: BUILDING,
  },
  { weight: 10, names: ['T安置房#号地块', 'T安居房项目#标段'], isPublic: true, parts: BUILDING },
  {
    weight: 12,
    names: ['TB学校教学楼', 'T第#小学综合楼', 'TB中学宿舍楼', 'T中心幼儿园#期'],
    isPublic: true,
    parts: BUILDING,
  },
  {
    weight: 6,
    names: ['T人民医院#号住院楼', 'T卫生院门诊楼', 'TB医院医技楼'],
    isPublic: true,
    parts: BUILDING,
  },
  { weight: 8, names: ['B度假酒店#期', 'TB商务中心', 'TB广场#号楼'], isPublic: false, parts: BUILDING },
  { weight: 6, names: ['T标准厂房#期', 'TB冷链物流园#标段'], isPublic: false, parts: BUILDING },
  {
    weight: 12,
    names: ['TB路道路工程', 'TB大道改造工程#标段', 'T至N公路改建工程'],
    isPublic: true,
    parts: LINEAR,
  },
  { weight: 5, names: ['TB大桥', 'TB路跨河桥工程'], isPublic: true, parts: BRIDGES },
  {
    weight: 5,
    names: ['T自来水厂扩建工程', 'T污水处理厂#期', 'TB泵站工程'],
    isPublic: true,
    parts: WATERWORKS,
  },
  { weight: 2, names: ['T雨污分流管网#标段', 'T供水管网改造工程'], isPublic: true, parts: LINEAR },
];

/** Invented names of estates, roads and schools. */
export const BRANDS =
  '椰风,海韵,云锦,望潮,南屿,琼华,碧榕,锦绣,丹桂,听涛,翠屿,星湾,和园,鹿鸣,凤凰木,紫荆,金沙,启明,晨曦,书香,青禾,润泽,长乐,文澜,百川,朝阳,明珠,永宁,安和,春晓'.split(
    ',',
  );

export const NUMERALS = '一二三四五六'.split('');
