/** Under which every preset tells what a review has changed, until a partnership has headings of its own (HEP-15). */
export const usualImpact = [
	{ key: 'planning', label: 'Planning for improvement' },
	{ key: 'accountability', label: 'Accountability for pupils’ progress' },
	{ key: 'assessment', label: 'Assessment' },
	{ key: 'marking', label: 'Feedback and marking' },
	{ key: 'year-groups', label: 'Progress in year groups' },
	{ key: 'training', label: 'Use of recent training' },
];
