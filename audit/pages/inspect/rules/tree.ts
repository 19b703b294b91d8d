import type { Fault } from '../fault';

/** WeChat's audit (体验评分). */
const MOST_NODES = 1000;
const MOST_DEPTH = 30;
const MOST_CHILDREN = 60;

const isWx = (element: Element): boolean => element.tagName.startsWith('WX-');

export const treeFaults = (page: Element): Fault[] => {
  let nodes = 0;
  let deepest = 0;
  let widest = 0;
  const visit = (element: Element, depth: number): void => {
    nodes += 1;
    deepest = Math.max(deepest, depth);
    const children = [...element.children].filter(isWx);
    widest = Math.max(widest, children.length);
    for (const child of children) visit(child, depth + 1);
  };
  visit(page, 0);
  return [
    ...(nodes >= MOST_NODES ? [{ rule: '节点数', what: `${nodes}（< ${MOST_NODES}）` }] : []),
    ...(deepest >= MOST_DEPTH ? [{ rule: '节点深度', what: `${deepest}（< ${MOST_DEPTH}）` }] : []),
    ...(widest > MOST_CHILDREN ? [{ rule: '子节点数', what: `${widest}（≤ ${MOST_CHILDREN}）` }] : []),
  ];
};
