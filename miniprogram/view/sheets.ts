import { UNIT_ROLES } from '../domain/people/post';
import type { SiteCode } from '../services/project';
import type { PrintSheet } from './print-sheet';

/** 工地公示牌: what is known of the project, and nothing else. */
export const siteSheet = ({ name, number, address, stationName, parties }: SiteCode): PrintSheet => ({
  kind: '建设工程质量安全监督',
  title: name,
  facts: [
    { label: '监督注册号', value: number },
    { label: '工程地址', value: address },
    ...parties.map(({ unitName, unitRole }) => ({ label: UNIT_ROLES[unitRole], value: unitName })),
    { label: '监督机构', value: stationName },
  ].filter(({ value }) => value !== ''),
  call: '扫码查看工程',
  notes: ['微信扫一扫，供监督人员和本工程参建单位人员使用'],
});

/** The poster for a station's wall (manual 1.1). */
export const entrySheet = (stationName: string): PrintSheet => ({
  kind: '建设工程质量安全移动监督',
  title: stationName,
  facts: [],
  call: '扫码进入质安监督',
  notes: [
    '1 微信扫一扫上面的码',
    '2 用微信绑定的手机号验证身份，只需一次',
    '供已登记的监督人员、参建单位人员和已备案的建设局人员使用',
  ],
});
