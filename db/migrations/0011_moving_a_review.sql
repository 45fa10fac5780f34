-- When a review moves, the yes that was said to the old day is taken back.
grant delete on acceptance to fresh_eyes_app;
