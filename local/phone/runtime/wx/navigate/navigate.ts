import { toBackground } from '../../foreground';
import { api, failure, requireKinds } from '../api';

export interface OtherProgram {
  readonly appId?: string;
  /** Takes the place of appId. */
  readonly shortLink?: string;
}

/** 跳转: there is no other mini program on this phone, and its own is left for the home screen. */
export const programs = {
  navigateToMiniProgram: api('navigateToMiniProgram', (program: OtherProgram): object => {
    requireKinds(program, program.shortLink === undefined ? { appId: 'String' } : { shortLink: 'String' });
    throw failure('fail cancel');
  }),
  exitMiniProgram: api('exitMiniProgram', () => {
    toBackground();
    return {};
  }),
};
