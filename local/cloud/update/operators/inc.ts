import { arithmetic } from './arithmetic';

export const inc = arithmetic('$inc', (present, operand) => present + operand);
