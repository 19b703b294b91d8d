import { failure, type Failure } from '../api';

/** FileError of the documentation: number and words. */
const WORDS = {
  1300001: 'operation not permitted',
  1300002: 'no such file or directory',
  1300013: 'permission denied',
  1300022: 'Invalid argument',
  1300036: 'File name too long',
  1300066: 'directory not empty',
  1300202: 'the maximum size of the file storage limit is exceeded',
  1300203: 'base64 encode error',
  1301000: 'permission denied, cannot access file path',
  1301003: 'illegal operation on a directory',
  1301004: 'illegal operation on a package directory',
  1301005: 'file already exists',
  1301006: 'value of length is out of range',
  1301009: 'value of position is out of range',
  1301112: 'tempFilePath file not exist',
  1300020: 'not a directory',
} as const;

export type FileFault = keyof typeof WORDS;

export const fileFault = (code: FileFault, path = ''): Failure =>
  failure(`fail ${WORDS[code]}${path ? ` ${path}` : ''}`, { errno: code, errCode: code });
