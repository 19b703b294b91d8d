import { FAULTS, isStored, type Stored } from '../../miniprogram/domain/integrity/broken-link';
import { HEADS, type Collections, type Counted, type Found, type Verified } from './verify';

export const COLLECTION_NAMES = {
  projects: '工程',
  inspections: '监督检查记录',
  [HEADS]: '日头',
} as const;

/** Longer values are cut: what is wrong is told by their beginning. */
const MOST_SHOWN = 300;
const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

const named = (project: Stored): string =>
  `监督注册号 ${String(project['number'])}，工程 ${String(project['name'])}`;

/** The record's project; of a record that is gone or unreadable, as the records and inbox rows left behind name it. */
const projectOf = (
  { collection, id, document }: Found,
  left: readonly { mentioning: Collections['projects']['mentioning'] }[],
): string => {
  if (collection === 'projects' && document) return named(document);
  const own = document?.['project'];
  if (isStored(own)) return named(own);
  for (const documents of left) {
    const project = documents.mentioning(JSON.stringify(id))?.document?.['project'];
    if (isStored(project)) return named(project);
  }
  return '工程无从得知';
};

const eventOf = ({ link, document }: Found): string => {
  if (link.event === null) return '';
  const events = document?.['events'];
  const event: unknown = Array.isArray(events) ? (events as unknown[])[link.event - 1] : undefined;
  if (!isStored(event)) return `第 ${link.event} 个事件：`;
  return `第 ${link.event} 个事件（${String(event['kind'])}，${String(event['at'])}）：`;
};

const countsOf = ({ projects, inspections, events, heads }: Counted): string =>
  `工程 ${projects} 个、监督检查记录 ${inspections} 条、事件 ${events} 个、日头 ${heads} 个`;

/** What is broken, whose it is, and what should stand there; one line each. */
export const brokenReport = (
  found: Found,
  counted: Counted,
  left: Parameters<typeof projectOf>[1],
): string[] => {
  const { link, collection, id, headDay } = found;
  const field = link.field === '' ? '' : `${link.field} `;
  return [
    `断链：${COLLECTION_NAMES[collection]} ${collection}/${id}`,
    ...(collection === HEADS ? [] : [`  ${projectOf(found, left)}`]),
    `  ${eventOf(found)}${field}${FAULTS[link.fault]}${headDay === null ? '' : `（${headDay} 的日头）`}`,
    `  应为 ${cut(link.expected)}`,
    `  现为 ${cut(link.found)}`,
    `在它之前核对过：${countsOf(counted)}。请保留这份数据目录，从备份中取出同一条记录比对`,
  ];
};

/** What was looked at, and what the last head is: whoever keeps its hash elsewhere can tell a history written anew. */
export const wholeReport = ({ counted, lastHead, unheaded }: Verified): string[] => {
  if (counted.projects + counted.inspections + counted.heads === 0)
    return ['数据库是空的：没有工程、监督检查记录和日头，没有可核对的'];
  return [
    `完整：${countsOf(counted)}，没有断链`,
    lastHead
      ? `最后一个日头：第 ${lastHead.number} 个，${lastHead.day}，${lastHead.hash}`
      : '还没有日头：每天凌晨由定时器写下',
    ...(unheaded > 0
      ? [`${unheaded} 条的最近一次改动还没有进入日头：它们自身的链已核对，若被整条删去，现在还看不出来`]
      : []),
  ];
};
