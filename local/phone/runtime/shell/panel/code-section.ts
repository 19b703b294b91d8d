import { settings, writeAddress } from '../../settings';
import { made } from '../shell';
import { siteCodes } from '../site-codes';
import { button, field, note, section } from './controls';

const SHOWN = 6;

/** What the next scan reads: typed, or one of the codes the program had made. */
export const codeSection = (): HTMLElement => {
  const hold = (text: string): void => {
    settings.scan = text;
    typed.value = text;
    writeAddress('scan', text);
  };
  const typed = field('扫码内容', settings.scan, hold);
  const codes = made('panel-list');
  const load = async (): Promise<void> => {
    const list = await siteCodes();
    codes.replaceChildren(
      ...(list.length === 0
        ? [note('还没有生成过小程序码')]
        : list.slice(0, SHOWN).map((label) => button(label, () => hold(label)))),
    );
  };
  const reload = button('刷新现场码', () => void load());
  void load();
  return section('下一次扫码读到', typed, codes, reload);
};
