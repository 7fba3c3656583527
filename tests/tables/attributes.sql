-- attributes: what Message Attributes say, and only they.
.nullvalue NULL
SELECT * FROM attributes('tests/tables/archive');
