/** What AWS calls its regions; a question about any other is never asked. */
export const regionPattern = "^[a-z]{2,5}(-[a-z]{2,12}){1,3}-[0-9]{1,2}$";
