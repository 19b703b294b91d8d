import { SCREENS } from './screens';
import type { Screen } from './screen';

/** The screens whose names have that part; all without one. @throws Error when there are none */
export const chosenScreens = (part: string | undefined): readonly Screen[] => {
  const chosen = SCREENS.filter(({ name }) => !part || name.includes(part));
  if (chosen.length === 0) throw new Error(`没有名称含“${part ?? ''}”的页面，见 audit/pages/screens.ts`);
  return chosen;
};
