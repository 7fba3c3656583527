-- files: all that is there, cable or not, and nothing opened unless the format is asked for.
.nullvalue NULL
SELECT path, size, format FROM files('tests/tables/archive');
SELECT json_extract(cablevtab_stats(), '$.documents_parsed');
SELECT count(*) FROM files('tests/tables/archive', 0, 2) UNION ALL SELECT count(*) FROM files('tests/tables/archive', 1, 2);
SELECT path FROM files('tests/tables/archive/200?');
