/** Characters that come from broken pastes and attacks, never from typing. Tabs and line breaks are fine in prose. */
export const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export const withoutControl = (text: string): string => text.replaceAll(new RegExp(control, 'g'), '');
