// A page to print: no script is sent.
export const csr = false;
