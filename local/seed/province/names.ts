import { randomFor } from './random';

/** Surnames that are usual in the province, and given names; every person made of them is invented. */
const SURNAMES = [
  ...'陈林王李黄吴符张郑周梁冯许杨云韩邢莫麦罗叶钟曾蔡唐邓谢苏何卢'.split(''),
  ...'欧潘朱董陆严洪温柯翁颜甘文秦容祝'.split(''),
];
const GIVEN = [
  ...'建国,海涛,志强,文斌,永福,小燕,丽珍,秀英,国庆,春梅,德清,家豪,俊杰,雪琴,玉兰,少华,振东,启航,思远,明辉'.split(
    ',',
  ),
  ...'世杰,晓东,绍文,光耀,亚男,传伟,兴隆,泽宇,海燕,志鹏,慧玲,家宁,立群,学斌,永康,才干,开平,昌盛,仁杰,凤仪'.split(
    ',',
  ),
  ...'祖德,景行,克勤,其昌,树人,望舒,知行,守信,若水,安澜,远帆,椰青,川平,南星,东升,嘉禾,立秋,向阳,长青,如松'.split(
    ',',
  ),
];

/** The name of somebody, by who they are. @param key unique for the person */
export const nameFor = (key: string): string => {
  const random = randomFor(`name ${key}`);
  return random.pick(SURNAMES) + random.pick(GIVEN);
};
