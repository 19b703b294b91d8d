import { dataOf, type Builtin } from '../support/define';

interface ProgressData {
  readonly percent: number;
  readonly showInfo: boolean;
  readonly borderRadius: number | string;
  readonly fontSize: number | string;
  readonly strokeWidth: number | string;
  readonly color: string;
  readonly activeColor: string;
  readonly backgroundColor: string;
  readonly active: boolean;
  readonly activeMode: string;
  readonly duration: number;
}

const length = (value: number | string): string => (typeof value === 'number' ? `${value}px` : value);

export const progress: Builtin = {
  properties: {
    percent: { type: Number, value: 0 },
    showInfo: Boolean,
    borderRadius: { type: null, value: 0 },
    fontSize: { type: null, value: 16 },
    strokeWidth: { type: null, value: 6 },
    color: { type: String, value: '#09BB07' },
    activeColor: { type: String, value: '' },
    backgroundColor: { type: String, value: '#EBEBEB' },
    active: Boolean,
    activeMode: { type: String, value: 'backwards' },
    duration: { type: Number, value: 30 },
  },
  create: (component, host) => {
    const bar = document.createElement('div');
    bar.className = 'phone-progress-bar';
    const done = document.createElement('div');
    done.className = 'phone-progress-done';
    bar.append(done);
    const info = document.createElement('div');
    info.className = 'phone-progress-info';
    host.append(bar, info);
    host.setAttribute('role', 'progressbar');
    let shown = 0;
    done.addEventListener('transitionend', () => {
      component.triggerEvent('activeend', { curPercent: shown });
    });
    return () => {
      const now = dataOf<ProgressData>(component);
      const percent = Math.min(100, Math.max(0, now.percent));
      bar.style.cssText = `height:${length(now.strokeWidth)};border-radius:${length(now.borderRadius)};background-color:${now.backgroundColor}`;
      done.style.backgroundColor = now.activeColor || now.color;
      done.style.borderRadius = length(now.borderRadius);
      info.hidden = !now.showInfo;
      info.style.fontSize = length(now.fontSize);
      info.textContent = `${percent}%`;
      host.setAttribute('aria-valuenow', String(percent));
      if (percent === shown) return;
      // `duration` is the time of one percent, ms; backwards starts from nothing each time.
      const from = now.activeMode === 'forwards' ? shown : 0;
      done.style.transition = 'none';
      done.style.width = `${now.active ? from : percent}%`;
      shown = percent;
      if (!now.active) return;
      done.getBoundingClientRect();
      done.style.transition = `width ${Math.abs(percent - from) * now.duration}ms linear`;
      done.style.width = `${percent}%`;
    };
  },
};
