import { appConfig } from './app-config';
import { fact, factNames, writeFact } from './disk/facts';
import { ask } from './shell/sheets';
import { badParameter, failure } from './wx/api';

/** The scopes WeChat asks a person for, and what its sheet says when app.json gives no reason. */
const SCOPES: Readonly<Record<string, string>> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.record': '使用你的麦克风',
  'scope.camera': '使用你的摄像头',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
};

export const SCOPE_NAMES: Readonly<Record<string, string>> = {
  'scope.userLocation': '位置信息',
  'scope.userFuzzyLocation': '模糊位置信息',
  'scope.record': '麦克风',
  'scope.camera': '摄像头',
  'scope.writePhotosAlbum': '添加到相册',
};

/** WeChat's errno of a refused scope. */
const REFUSED = 103;

export const isScope = (scope: string): boolean => scope in SCOPES;

/** Every scope asked for so far, and the answer. */
export const answeredScopes = (): Record<string, boolean> =>
  Object.fromEntries(
    factNames()
      .filter(isScope)
      .map((scope) => [scope, fact(scope) === true]),
  );

/** undefined: the person is asked again. */
export const setScope = (scope: string, isAllowed: boolean | undefined): void => writeFact(scope, isAllowed);

const asking = new Map<string, Promise<boolean>>();

const askOnce = (scope: string): Promise<boolean> => {
  const running = asking.get(scope);
  if (running) return running;
  const { desc } = appConfig().permission?.[scope] ?? {};
  const question = ask({
    title: `申请${SCOPES[scope] ?? scope}`,
    ...(desc ? { note: desc } : {}),
    refuse: '拒绝',
    allow: '允许',
  });
  asking.set(scope, question);
  void question.finally(() => asking.delete(scope));
  return question;
};

/**
 * Asks the person the first time; a refusal is remembered and never asked again, as WeChat does.
 * @throws {errMsg: 'fail auth deny', errno: 103}
 */
export const requireScope = async (scope: string): Promise<void> => {
  if (!isScope(scope)) throw badParameter(`invalid scope ${scope}`);
  if (fact(scope) === undefined) setScope(scope, await askOnce(scope));
  if (fact(scope) !== true) throw failure('fail auth deny', { errno: REFUSED });
};

/** @throws {errMsg} for an interface of places that app.json does not declare */
export const requireDeclared = (name: string): void => {
  if (appConfig().requiredPrivateInfos?.includes(name)) return;
  throw failure('fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
};
