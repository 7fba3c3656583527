-- tags: a person belongs to the TAG before it.
.nullvalue NULL
SELECT * FROM tags('tests/tables/archive');
