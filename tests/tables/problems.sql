-- problems: of documents, by line, and of a file that is no cable.
.nullvalue NULL
SELECT id, path, doc, line, code FROM problems('tests/tables/archive');
SELECT count(*) FROM problems('tests/tables/archive') WHERE message IS NULL;
