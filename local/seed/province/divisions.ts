/** What the province is like in each division: how much is built there, and what its papers are marked with. */
export interface SeededDivision {
  readonly code: string;
  /** Of 监督注册号: 琼海监2026-0031. */
  readonly mark: string;
  /** Of 行政执法证号: 琼A-0101. */
  readonly letter: string;
  /** Projects under supervision. */
  readonly projects: number;
  /** District or town of an address; the first is where the division's centre lies. */
  readonly towns: readonly string[];
}

const division = (
  code: string,
  mark: string,
  letter: string,
  projects: number,
  towns: string,
): SeededDivision => ({ code, mark, letter, projects, towns: towns.split(' ') });

/** In the order of data/catalogue.json, whose every division but the province itself stands here. */
export const DIVISIONS: readonly SeededDivision[] = [
  division('460100', '琼海监', 'A', 70, '长流镇 龙华区 琼山区 美兰区'),
  division('460200', '琼亚监', 'B', 45, '吉阳区 天涯区 海棠区 崖州区'),
  division('460300', '琼沙监', 'C', 3, '永兴岛'),
  division('460400', '琼儋监', 'D', 25, '那大镇 白马井镇 木棠镇 王五镇'),
  division('469001', '琼五监', 'E', 6, '通什镇 南圣镇 毛阳镇'),
  division('469002', '琼嘉监', 'F', 18, '嘉积镇 博鳌镇 中原镇 长坡镇'),
  division('469005', '琼文监', 'G', 18, '文城镇 锦山镇 会文镇 东路镇'),
  division('469006', '琼万监', 'H', 15, '万城镇 礼纪镇 和乐镇 长丰镇'),
  division('469007', '琼东监', 'J', 12, '八所镇 感城镇 板桥镇'),
  division('469021', '琼定监', 'K', 9, '定城镇 龙湖镇 龙门镇'),
  division('469022', '琼屯监', 'L', 8, '屯城镇 新兴镇 枫木镇'),
  division('469023', '琼澄监', 'M', 20, '金江镇 老城镇 福山镇 瑞溪镇'),
  division('469024', '琼临监', 'N', 9, '临城镇 博厚镇 新盈镇'),
  division('469025', '琼白监', 'P', 6, '牙叉镇 七坊镇 打安镇'),
  division('469026', '琼昌监', 'Q', 9, '石碌镇 叉河镇 十月田镇'),
  division('469027', '琼乐监', 'R', 11, '抱由镇 九所镇 黄流镇'),
  division('469028', '琼陵监', 'S', 16, '椰林镇 英州镇 三才镇'),
  division('469029', '琼保监', 'T', 6, '保城镇 新政镇 什玲镇'),
  division('469030', '琼中监', 'U', 6, '营根镇 湾岭镇 红毛镇'),
  division('460400-YP', '琼洋监', 'V', 12, '三都街道 干冲街道'),
];
