-- A draft that was overtaken by a newer version is taken along: it changes that version from then on.

grant update (base_version_id) on protocol_draft to fresh_eyes_app;
