import { badRequest } from '../gateway/errors';

/** The service's rules for a path in cloud storage (云存储, 文件名命名限制). */
const MAX_PATH_BYTES = 850;
const FORBIDDEN = /[\u0000-\u001f"\\{}[\]~%#<>?]/;

/** @throws WireError for a path the service does not take, or one that climbs */
export const requirePath = (path: unknown): string => {
  if (typeof path !== 'string' || path === '') throw badRequest('cloudPath is required');
  const isBad =
    path.startsWith('/') ||
    path.endsWith('/') ||
    path.includes('//') ||
    FORBIDDEN.test(path) ||
    path.split('/').some((part) => part === '.' || part === '..') ||
    Buffer.byteLength(path) > MAX_PATH_BYTES;
  if (isBad) throw badRequest(`invalid cloudPath: ${path}`);
  return path;
};
