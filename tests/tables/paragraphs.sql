-- paragraphs: number, portion, heading, role and text of each.
.nullvalue NULL
SELECT * FROM paragraphs('tests/tables/archive');
