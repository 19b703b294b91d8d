import { PermissionError, refusalIn, withPermission } from '../../miniprogram/platform/permissions';

/** The phone's answers: what the modal and the settings are told, in order. */
const phone = { isConfirmed: true, settings: {} as Record<string, boolean>, asked: [] as string[] };
Object.assign(globalThis, {
  wx: {
    showModal: ({ content, confirmText }: { content: string; confirmText: string }) => {
      phone.asked.push(`${content}［${confirmText}］`);
      return Promise.resolve({ confirm: phone.isConfirmed });
    },
    openSetting: () => {
      phone.asked.push('openSetting');
      return Promise.resolve({ authSetting: phone.settings });
    },
  },
});
beforeEach(() => {
  Object.assign(phone, { isConfirmed: true, settings: {}, asked: [] });
});

test.each([
  ['getLocation:fail auth deny', 'person'],
  ['getLocation:fail:auth denied', 'person'],
  ['operateRecorder:fail auth deny', 'person'],
  ['saveImageToPhotosAlbum:fail auth deny', 'person'],
  ['authorize:fail authorize no response', 'person'],
  ['getLocation:fail system permission denied', 'phone'],
  ['operateRecorder:fail:system permission denied', 'phone'],
  ['chooseMedia:fail privacy permission is not authorized', 'privacy'],
  ['chooseMedia:fail cancel', null],
  ['getLocation:fail:timeout', null],
])('%s is refused by %s', (errMsg, refusal) => {
  expect(refusalIn({ errMsg })).toBe(refusal);
});

test('what is no error of wx is no refusal', () => {
  expect([undefined, null, new Error('auth deny'), 'auth deny'].map(refusalIn)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

const refusing = (times: number) => {
  let left = times;
  return async () => {
    if (left-- > 0) throw { errMsg: 'saveImageToPhotosAlbum:fail auth deny' };
    return 'saved';
  };
};

test('refused, it leads to the settings and does it once more', async () => {
  phone.settings = { 'scope.writePhotosAlbum': true };
  expect(await withPermission('scope.writePhotosAlbum', refusing(1))).toBe('saved');
  expect(phone.asked).toEqual([
    '没有允许添加到相册，不能保存。请在设置中打开“添加到相册”［去设置］',
    'openSetting',
  ]);
});

test('left refused, or not wanted, nothing is done', async () => {
  phone.settings = { 'scope.writePhotosAlbum': false };
  expect(await withPermission('scope.writePhotosAlbum', refusing(1))).toBeNull();
  phone.isConfirmed = false;
  phone.asked = [];
  expect(await withPermission('scope.writePhotosAlbum', refusing(1))).toBeNull();
  expect(phone.asked).toHaveLength(1);
});

test('what the phone refuses WeChat is put right in the phone’s settings, which do not open from here', async () => {
  const act = () => Promise.reject<string>({ errMsg: 'operateRecorder:fail system permission denied' });
  expect(await withPermission('scope.record', act)).toBeNull();
  expect(phone.asked).toEqual([
    '手机没有允许微信使用麦克风，不能录音。请在手机的“设置 · 微信”中允许后再试［知道了］',
  ]);
});

test('every other failure stays what it is', async () => {
  const failure = { errMsg: 'saveImageToPhotosAlbum:fail file not exist' };
  await expect(withPermission('scope.writePhotosAlbum', () => Promise.reject(failure))).rejects.toBe(failure);
  expect(new PermissionError('scope.camera', 'privacy').message).toBe(
    '没有同意隐私保护指引，不能拍照和录像。请再试一次并点“同意”',
  );
});
