import { factNames, writeFact } from '../../disk/facts';
import { groundNow, onGround, toBackground, toForeground } from '../../foreground';
import { startCold, toldUpdate } from '../../restart';
import { endInterruption, interruptRecording } from '../../wx/media/recorder';
import { button, note, row, section } from './controls';

const WORDS = { foreground: '切到后台', background: '回到前台', suspended: '回到前台' } as const;

/** The program's own life: background, end, a call that comes in, a new version, what was allowed. */
export const programSection = (): HTMLElement => {
  const ground = button(WORDS.foreground, () =>
    groundNow() === 'foreground' ? toBackground() : toForeground(),
  );
  onGround((now) => {
    ground.textContent = WORDS[now];
  });
  return section(
    '小程序',
    row(
      ground,
      button('重新启动', () => void startCold()),
    ),
    row(
      button('来电', interruptRecording),
      button('挂断', endInterruption),
      button('推送新版本', () => toldUpdate.tell(undefined)),
    ),
    row(
      button('忘记授权', () => {
        for (const name of factNames()) writeFact(name, undefined);
        void startCold();
      }),
    ),
    note('重新启动：从首页开始，临时文件消失，存储与保存的文件还在。忘记授权：隐私与权限重新询问。'),
  );
};
