/**
 * Runs in every open page of a watched mini program: loads anew when it was built again, and says over the phone what
 * is wrong when a save broke the build; what is on the phone is the last that was built.
 */
export const LIVE_SCRIPT = `
{
  const events = new EventSource('/events');
  events.addEventListener('reload', () => location.reload());
  events.addEventListener('broken', ({ data }) => {
    document.getElementById('phone-build-fault')?.remove();
    const box = document.createElement('pre');
    box.id = 'phone-build-fault';
    box.setAttribute('role', 'alert');
    box.style.cssText = 'position: fixed; inset: auto 16px 16px; z-index: 9999; max-height: 60vh; overflow: auto; ' +
      'padding: 14px 16px; border-radius: 10px; background: #7f1d1d; color: #fff; ' +
      'font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; user-select: text';
    box.textContent = '保存后没有构建成功，手机上还是改动之前的小程序。改正并保存后会自动刷新：\\n' + JSON.parse(data);
    document.documentElement.append(box);
  });
}
`;
