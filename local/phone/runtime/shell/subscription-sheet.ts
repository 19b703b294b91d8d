import { ask } from './sheets';
import { made } from './shell';

/** WeChat's sheet of subscription messages. @returns the ids the person accepts */
export const askForSubscriptions = async (templateIds: readonly string[]): Promise<string[]> => {
  const boxes = templateIds.map((id) => {
    const row = made('ask-choice', '', 'label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = true;
    row.append(box, made('ask-choice-text', id, 'span'));
    return { id, box, row };
  });
  const isAllowed = await ask({
    title: '发送以下消息',
    note: '每条同意一次，收到一次',
    content: boxes.map(({ row }) => row),
    refuse: '取消',
    allow: '允许',
  });
  return isAllowed ? boxes.filter(({ box }) => box.checked).map(({ id }) => id) : [];
};
