/** What the report's page is loaded anew by when others have changed something of it. */
export const newsOfReport = 'report:news';
