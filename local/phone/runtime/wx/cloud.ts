import { fileOf } from '../files';
import { api, failure } from './api';
import { postToCloud } from './cloud-gateway';

/** wx.cloud as our pages use it, over the client gateway of local/cloud. */
export const cloud = {
  init: (): void => undefined,
  callFunction: api('cloud.callFunction', async ({ name, data }: { name: string; data?: unknown }) => {
    const { result, requestID } = await postToCloud('call', JSON.stringify({ name, data }));
    return { result, requestID };
  }),
  uploadFile: api(
    'cloud.uploadFile',
    async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
      const file = fileOf(filePath);
      if (!file) throw failure('fail file not found');
      const { fileID } = await postToCloud(`upload?path=${encodeURIComponent(cloudPath)}`, file);
      return { fileID, statusCode: 200 };
    },
  ),
};
