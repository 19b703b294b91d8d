import * as v from 'valibot';
import { recordId } from '../_shared/inputs';

/** How a project is named by a phone: by id, by the short number of its code or by its 监督注册号. */
export const named = v.union([
  v.strictObject({ projectId: recordId }),
  v.strictObject({ shortNumber: v.pipe(v.string(), v.maxLength(32)) }),
  v.strictObject({ number: v.pipe(v.string(), v.maxLength(32)) }),
]);
