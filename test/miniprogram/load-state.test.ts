import { DomainError } from '../../miniprogram/domain/errors';
import { failedRead, readSentence } from '../../miniprogram/view/load-state';

const OFFLINE = new DomainError('network.unavailable');
const UNANSWERED = new DomainError('service.noAnswer');

test('who reads hears nothing of what was filled in or may have been carried out', () => {
  expect(failedRead(OFFLINE, false)).toEqual({ state: 'offline', message: '请检查网络后重试' });
  expect(failedRead(UNANSWERED, false)).toEqual({ state: 'error', message: '服务没有应答，请稍后重试' });
  expect(readSentence(OFFLINE)).toBe('网络不可用，请检查网络后重试');
  expect(readSentence(new DomainError('service.busy'))).toBe('使用的人较多，请稍后重试');
});

test('what was read before stays in sight when only the way is broken', () => {
  expect(failedRead(OFFLINE, true)).toEqual({ message: '网络不可用，显示的是上次取到的内容' });
  expect(failedRead(UNANSWERED, true)).toEqual({ message: '服务没有应答，显示的是上次取到的内容' });
});

test('what may not be seen any more goes, and is said once', () => {
  expect(failedRead(new DomainError('record.notVisible'), true)).toEqual({ state: 'denied', message: '' });
  expect(failedRead(new DomainError('auth.noPostInForce'), true)).toEqual({
    state: 'denied',
    message: '您目前没有在任岗位，不能使用本系统。如有疑问请联系本站管理员',
  });
  expect(failedRead(new DomainError('project.codeUnknown'), false)).toMatchObject({ state: 'unopened' });
});

test('what nobody expected is told in words, and to the console', () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(failedRead(new TypeError('x is undefined'), false)).toEqual({
    state: 'error',
    message: '系统出现故障，请稍后重试',
  });
  expect(told).toHaveBeenCalled();
  told.mockRestore();
});
