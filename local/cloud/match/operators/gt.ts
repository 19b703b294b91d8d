import { ordering } from './order';

export const gt = ordering((order) => order > 0);
