import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import product from './vite.config.ts';

export default mergeConfig(
	product,
	defineConfig({
		test: {
			include: ['{src,db,bin,bench,test}/**/*.test.ts'],
			exclude: ['test/faults/**'],
			globalSetup: 'test/global-setup.ts',
			setupFiles: 'test/as-found.ts',
			// The files of a worker share its modules, and the databases it keeps: starting both anew was half of the work.
			isolate: false,
			// Each file opens a database or two of its own; more at once than two cores can run only wait for each other.
			maxWorkers: 2,
			// The first database of a run is created from nothing, which takes a while on a busy machine.
			testTimeout: 60_000,
			hookTimeout: 120_000,
		},
	}),
);
