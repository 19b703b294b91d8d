/** 190****0302: enough to tell whose it is, too little to call. @param phone eleven digits */
export const maskedPhone = (phone: string): string => phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2');
