import { PROJECT_PAGE } from '../../domain/project/project-code';
import { tellFailure } from '../../platform/dialogs';
import { scanText } from '../../platform/scan';
import { projectOfCode } from '../../services/project';

export const showProject = (projectId: string): void => {
  void wx.navigateTo({ url: `/${PROJECT_PAGE}?id=${projectId}` });
};

/** 扫码: opens the project that the site's code names, or tells what is wrong with the code. */
export const openScanned = async (): Promise<void> => {
  try {
    const text = await scanText();
    if (text !== null) showProject((await projectOfCode(text)).projectId);
  } catch (error) {
    void tellFailure(error);
  }
};
