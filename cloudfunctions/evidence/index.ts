import { serve } from '../_shared/serve';
import { actions } from './actions';

export const main = serve(actions);
