import { z } from 'zod';
import { id, oneOf, optionalLine } from '#platform/text.ts';
import { groupsTogether, measureKeys, type Together } from '../measures.ts';

const group = { partnershipId: id, groupId: id };
const [first, ...rest] = groupsTogether.map(({ key }) => key) as [Together, ...Together[]];

export const chooseDataInput = z.object({
	id,
	...group,
	measure: oneOf(measureKeys, 'Choose a measure.'),
	together: oneOf([first, ...rest], 'Choose which pupils.'),
	why: optionalLine(300),
});
export const takeOffDataInput = z.object({ ...group, dataId: id });
