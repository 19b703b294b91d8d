import type { TabBar } from '../program';
import { made, shell } from './shell';

/** @param current the page shown; no tab of the bar hides it */
export const showTabBar = (tabBar: TabBar | undefined, current: string, go: (path: string) => void): void => {
  const { tabs } = shell;
  const isTab = tabBar?.list.some(({ pagePath }) => pagePath === current) ?? false;
  tabs.hidden = !isTab;
  if (!tabBar || !isTab) return;
  tabs.style.background = tabBar.backgroundColor;
  tabs.style.borderTopColor = tabBar.borderStyle === 'white' ? '#ffffff1f' : '#0000001f';
  tabs.setAttribute('role', 'tablist');
  tabs.replaceChildren(
    ...tabBar.list.map(({ pagePath, text, iconPath, selectedIconPath }) => {
      const isCurrent = pagePath === current;
      const tab = made('tab', '', 'button');
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(isCurrent));
      tab.style.color = isCurrent ? tabBar.selectedColor : tabBar.color;
      const source = isCurrent ? selectedIconPath : iconPath;
      if (source) {
        const icon = document.createElement('img');
        icon.src = `/${source}`;
        icon.alt = '';
        tab.append(icon);
      }
      tab.append(made('tab-text', text));
      tab.addEventListener('click', () => go(pagePath));
      return tab;
    }),
  );
};
