/** `npm run demo`: the product with its demo loaded, in a data folder of its own. */
process.env['DEMO'] = '1';
await import('./start.ts');
