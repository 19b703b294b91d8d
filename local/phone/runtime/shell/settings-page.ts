import { fact, writeFact } from '../disk/facts';
import { answeredScopes, SCOPE_NAMES, setScope } from '../permissions';
import { openOverlay } from './sheets';
import { made } from './shell';

const row = (text: string, isOn: boolean, onChange: (isOn: boolean) => void): HTMLElement => {
  const label = made('setting-row', '', 'label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.setAttribute('role', 'switch');
  box.checked = isOn;
  box.addEventListener('change', () => onChange(box.checked));
  label.append(made('setting-text', text, 'span'), box);
  return label;
};

/** WeChat's settings of this mini program: every scope that was asked for, and its messages. Answers when it is left. */
export const showSettings = (subscriptionSwitch: string): Promise<void> =>
  new Promise((resolve) => {
    const { body } = openOverlay('settings-page', '设置', resolve);
    const scopes = Object.entries(answeredScopes());
    if (scopes.length === 0) body.append(made('setting-note', '还没有申请过任何权限'));
    body.append(
      ...scopes.map(([scope, isAllowed]) =>
        row(SCOPE_NAMES[scope] ?? scope, isAllowed, (isOn) => setScope(scope, isOn)),
      ),
      row('接收订阅消息', fact(subscriptionSwitch) !== true, (isOn) =>
        writeFact(subscriptionSwitch, isOn ? undefined : true),
      ),
    );
  });
