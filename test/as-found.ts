import { afterAll, vi } from 'vitest';

// Files of one worker share its globals: whatever one of them replaced, the next finds it as it was.
afterAll(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});
