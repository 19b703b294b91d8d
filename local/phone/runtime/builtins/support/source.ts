import { fileAddress } from '../../files';
import { cloudAddress } from '../../wx/cloud/addresses';

/**
 * Follows a `src`: the address that the browser opens, '' for none. The name of a file in the environment (cloud://) is
 * asked for there, as WeChat's components do; what was asked before the source changed again is not shown.
 */
export const followSource = (
  show: (address: string) => void,
  fail: (errMsg: string) => void,
): ((source: string) => void) => {
  let wanted = '';
  return (source) => {
    if (source === wanted) return;
    wanted = source;
    if (!source.startsWith('cloud://')) {
      show(source === '' ? '' : fileAddress(source));
      return;
    }
    cloudAddress(source).then(
      (address) => {
        if (wanted === source) show(address);
      },
      (error: unknown) => {
        if (wanted === source) fail((error as { errMsg: string }).errMsg);
      },
    );
  };
};
