import { DomainError } from '../errors';
import { isShortNumber } from './short-number';

/** What names a project: its id, the short number of its code, or its 监督注册号. */
export type NamedProject =
  | { readonly projectId: string }
  | { readonly shortNumber: string }
  | { readonly number: string };

/** Where the mini program codes lead, as wxacode.getUnlimited and wx.scanCode write a page. */
export const PROJECT_PAGE = 'pages/project/detail/detail';
export const ENTRY_PAGE = 'pages/entry/entry';

const MINI_PROGRAM_CODE = /^\/?(pages\/[\w/-]+)\?scene=(.*)$/;
const REGISTRATION_NUMBER = /[\u4e00-\u9fff]{1,6}监\d{4}-\d{1,6}/;

/**
 * The project a scene names: a short number whose check sign is right.
 * @param scene decoded
 * @throws DomainError project.codeAltered
 */
export const projectOfScene = (scene: string): NamedProject => {
  const shortNumber = scene.trim().toUpperCase();
  if (!isShortNumber(shortNumber)) throw new DomainError('project.codeAltered');
  return { shortNumber };
};

/**
 * The project that a scanned text names: a mini program code of the project page, or any text with a 监督注册号.
 * @param text what was scanned; of a mini program code the path with its scene, decoded
 * @throws DomainError project.codeUnknown, project.codeAltered, project.codeOfEntry
 */
export const projectInCode = (text: string): NamedProject => {
  const [, page, scene = ''] = MINI_PROGRAM_CODE.exec(text) ?? [];
  if (page === PROJECT_PAGE) return projectOfScene(scene);
  if (page === ENTRY_PAGE) throw new DomainError('project.codeOfEntry');
  const [number] = REGISTRATION_NUMBER.exec(text) ?? [];
  if (number === undefined) throw new DomainError('project.codeUnknown');
  return { number };
};
