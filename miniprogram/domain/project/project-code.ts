/** What a code or a typed text names a project by. */
export type NamedProject = { readonly number: string } | { readonly projectId: string };

/** 监督注册号 or id of a project in what a code says; null where there is none. */
export const projectInCode = (text: string): NamedProject | null => {
  const [number] = /[\u4e00-\u9fff]{1,6}监\d{4}-\d{1,6}/.exec(text) ?? [];
  if (number !== undefined) return { number };
  const [projectId] = /\bpr-[\w-]{1,60}/.exec(text) ?? [];
  return projectId === undefined ? null : { projectId };
};
