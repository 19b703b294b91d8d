import { ordering } from './order';

export const lte = ordering((order) => order <= 0);
