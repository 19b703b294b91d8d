import type { GeneralComponent } from 'glass-easel';
import { onActivate } from './activation';

/** What checkbox, radio and switch have in common: a tap, a label's tap, or Space and Enter. */
export const bindChoice = (
  component: GeneralComponent,
  host: HTMLElement,
  options: { readonly role: string; readonly isDisabled: () => boolean; readonly choose: () => void },
): void => {
  host.setAttribute('role', options.role);
  host.tabIndex = 0;
  const choose = (): void => {
    if (!options.isDisabled()) options.choose();
  };
  component.addListener('tap', choose);
  onActivate(host, choose);
  host.addEventListener('keydown', (event) => {
    if (event.target !== host || (event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    choose();
  });
};
