-- No answer needs gender, batch or center: what is not kept cannot be stolen.

ALTER TABLE person DROP COLUMN gender;
ALTER TABLE dose DROP COLUMN batch, DROP COLUMN center;
