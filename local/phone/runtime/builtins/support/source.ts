import { fileAddress } from '../../files';
import { settings } from '../../settings';
import { cloudAddress } from '../../wx/cloud/addresses';

const isRemote = (address: string): boolean => /^(https?:)?\/\//.test(address);

/**
 * Follows a `src`: the address that the browser opens, '' for none. The name of a file in the environment (cloud://) is
 * asked for there, as WeChat's components do; what was asked before the source changed again is not shown. Without a
 * network nothing comes from one.
 */
export const followSource = (
  show: (address: string) => void,
  fail: (errMsg: string) => void,
): ((source: string) => void) => {
  let wanted = '';
  const open = (source: string, address: string): void => {
    if (settings.net !== 'off' || !isRemote(address)) {
      show(address);
      return;
    }
    show('');
    // Whoever listens is bound by the end of the turn in which the source was set.
    queueMicrotask(() => {
      if (wanted === source) fail(`load ${source} fail: network is down`);
    });
  };
  return (source) => {
    if (source === wanted) return;
    wanted = source;
    if (!source.startsWith('cloud://')) {
      open(source, source === '' ? '' : fileAddress(source));
      return;
    }
    cloudAddress(source).then(
      (address) => {
        if (wanted === source) open(source, address);
      },
      (error: unknown) => {
        if (wanted === source) fail((error as { errMsg: string }).errMsg);
      },
    );
  };
};
