import { bound } from './bound';

export const max = bound((order) => order > 0);
