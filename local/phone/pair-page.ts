import type { PhoneSettings } from './server';

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Runs in the page: who holds each phone, its network, and its start stand in the address. */
const SCRIPT = `
const address = new URL(location.href);
for (const side of document.querySelectorAll('.pair-side')) {
  const name = side.dataset.side;
  const [frame] = side.getElementsByTagName('iframe');
  const [holder, network] = side.getElementsByTagName('select');
  const asked = address.searchParams.get(name);
  if (asked && ![...holder.options].some((option) => option.value === asked)) holder.add(new Option(asked, asked));
  holder.value = asked || holder.dataset.usual;
  const [width, height] = (address.searchParams.get('size') || '375x812').split('x').map(Number);
  const open = () => {
    const phone = new URL('/', location.href);
    phone.searchParams.set('as', holder.value);
    phone.searchParams.set('panel', '0');
    phone.searchParams.set('net', network.value);
    for (const key of ['at', 'size', 'font', 'theme']) {
      const value = address.searchParams.get(name + '.' + key) || address.searchParams.get(key);
      if (value) phone.searchParams.set(key, value);
    }
    const path = address.searchParams.get(name + '.path');
    if (path) phone.searchParams.set('path', path);
    frame.src = phone;
  };
  const change = () => {
    address.searchParams.set(name, holder.value);
    address.searchParams.delete(name + '.path');
    history.replaceState(null, '', address);
    open();
  };
  holder.addEventListener('change', change);
  network.addEventListener('change', () => frame.contentWindow.postMessage({ network: network.value }, location.origin));
  side.getElementsByTagName('button')[0].addEventListener('click', change);
  const fit = () => {
    const room = side.querySelector('.pair-glass');
    const scale = Math.min(1, (innerHeight - 96) / height, (innerWidth / 2 - 40) / width);
    room.style.width = width * scale + 'px';
    room.style.height = height * scale + 'px';
    frame.style.width = width + 'px';
    frame.style.height = height + 'px';
    frame.style.transform = 'scale(' + scale + ')';
  };
  addEventListener('resize', fit);
  fit();
  open();
}
`;

const side = (
  name: 'left' | 'right',
  label: string,
  usual: string,
  people: PhoneSettings['people'],
): string => `<section class="pair-side" data-side="${name}" aria-label="${label}">
<header class="pair-head">
<select aria-label="${label}的持机人" data-usual="${html(usual)}">${people
  .map(
    ({ phone, name: person, role }) =>
      `<option value="${html(phone)}">${html(`${person} · ${role}`)}</option>`,
  )
  .join('')}</select>
<select aria-label="${label}的网络"><option value="on">网络通</option><option value="slow">网络慢</option><option value="off">网络断</option></select>
<button type="button">重新启动</button>
</header>
<div class="pair-glass"><iframe title="${label}" allow="camera; microphone; geolocation; clipboard-write"></iframe></div>
</section>`;

/**
 * `/pair?left=<手机号>&right=<手机号>`: two phones side by side, each another person's. `left.path`, `left.at` and the
 * like are one phone's; `size`, `theme`, `font` without a side are both phones'.
 */
export const pairPage = ({ people }: PhoneSettings): string => {
  const [first, second = first] = people;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>质安监督 · 两部手机</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pair.css">
<body>
<main class="pair">
${side('left', '左边的手机', first?.phone ?? '', people)}
${side('right', '右边的手机', second?.phone ?? '', people)}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
};
