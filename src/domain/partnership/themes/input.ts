import { z } from 'zod';
import { id, line, optionalLine, oneOf, version } from '#platform/text.ts';

const label = line('Give the theme a name.', 60);
const keywords = optionalLine(500).transform((text) => [
	...new Set(
		text
			.split(',')
			.map((word) => word.trim())
			.filter(Boolean),
	),
]);

export const addThemeInput = z.object({ id, partnershipId: id, label, keywords });
export const changeThemeInput = z.object({
	partnershipId: id,
	themeId: id,
	version,
	label,
	keywords,
	use: oneOf(['used', 'retired'], 'Choose whether it is still used.'),
});
