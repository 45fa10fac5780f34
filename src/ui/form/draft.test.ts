import { describe, expect, it } from 'vitest';
import { divideDraft, draftSlot, dropOldDrafts, readDraft, writeDraft } from './draft.ts';

function device(capacity = Infinity): Storage {
	const store = Object.create({
		getItem: (slot: string) => store[slot] ?? null,
		removeItem: (slot: string) => void delete store[slot],
		setItem(slot: string, text: string) {
			if (text.length > capacity) throw new DOMException('full', 'QuotaExceededError');
			store[slot] = text;
		},
	}) as Storage & Record<string, string>;
	return store;
}

const slot = draftSlot('amal', 'self-review');
const day = 24 * 60 * 60 * 1000;

describe('a draft on the device', () => {
	it('keeps what was typed, with what the server had given', () => {
		const store = device();
		writeDraft(store, slot, { text: ['new'], town: ['Harlow'] }, { text: ['old'], town: ['Harlow'] }, 5);
		expect(readDraft(store, slot)).toEqual({
			savedAt: 5,
			typed: { text: ['new'] },
			given: { text: ['old'] },
		});
	});

	it('is forgotten when everything is again as given', () => {
		const store = device();
		writeDraft(store, slot, { text: ['new'] }, { text: [''] }, 5);
		writeDraft(store, slot, { text: [''] }, { text: [''] }, 6);
		expect(readDraft(store, slot)).toBeUndefined();
	});

	it('of one person is not read by another', () => {
		const store = device();
		writeDraft(store, slot, { text: ['private'] }, { text: [''] }, 5);
		expect(readDraft(store, draftSlot('bo', 'self-review'))).toBeUndefined();
	});

	it('says so where the device has no room', () => {
		expect(writeDraft(device(10), slot, { text: ['long'] }, { text: [''] }, 5)).toBe(false);
	});

	it('that cannot be read is as if it were not there', () => {
		const store = device();
		store.setItem(slot, '{"typed":');
		expect(readDraft(store, slot)).toBeUndefined();
	});

	it('is forgotten after thirty days; other things on the device stay', () => {
		const store = device();
		store.setItem('theme', 'kept');
		writeDraft(store, slot, { text: ['old'] }, { text: [''] }, 0);
		writeDraft(store, draftSlot('amal', 'focus'), { text: ['young'] }, { text: [''] }, 20 * day);
		dropOldDrafts(store, 31 * day);
		expect(Object.keys(store).sort()).toEqual(['draft:amal:focus', 'theme']);
	});

	it('outlives a clock that was wrong when it was typed, and one that is wrong now', () => {
		const store = device();
		const today = Date.UTC(2026, 10, 12);
		writeDraft(store, slot, { text: ['typed in 1970'] }, { text: [''] }, 5);
		writeDraft(store, draftSlot('amal', 'focus'), { text: ['typed in 2031'] }, { text: [''] }, today * 1.1);
		dropOldDrafts(store, today);
		expect(readDraft(store, slot)?.typed).toEqual({ text: ['typed in 1970'] });
		expect(readDraft(store, draftSlot('amal', 'focus'))?.typed).toEqual({ text: ['typed in 2031'] });
	});
});

describe('putting a draft back', () => {
	const draft = { savedAt: 0, typed: { text: ['mine'] }, given: { text: ['first'] } };

	it('fills a field that is as it was, or that the server left empty', () => {
		expect(divideDraft(draft, { text: ['first'] }).putBack).toEqual({ text: ['mine'] });
		expect(divideDraft(draft, { text: [''] }).putBack).toEqual({ text: ['mine'] });
	});

	it('stands beside a field that somebody else has changed meanwhile (R10)', () => {
		expect(divideDraft(draft, { text: ['theirs'] })).toEqual({ putBack: {}, apart: { text: ['mine'] } });
	});

	it('keeps words whose field is no longer on the page', () => {
		expect(divideDraft(draft, {})).toEqual({ putBack: {}, apart: { text: ['mine'] } });
	});

	it('does nothing when the server already has the same', () => {
		expect(divideDraft(draft, { text: ['mine'] })).toEqual({ putBack: {}, apart: {} });
	});
});
