/** What the licence asks us to say wherever the register, published results or bank holidays are shown. */
export const attribution =
	'Contains public sector information licensed under the Open Government Licence v3.0 ' +
	'(DfE Get Information about Schools, DfE school performance tables, Ofsted, GOV.UK bank holidays)';
