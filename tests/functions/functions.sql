-- The functions as a user types them, and the entry point that opens no file.
.nullvalue NULL
SELECT cablevtab_version();
SELECT cable_id('Rio de Jan 0138', 2008), cable_id('Valletta 731', 2006), cable_id('no reference');
SELECT cable_date('221015Z SEP 06'), cable_tag('EWWT'), cable_tag('EWWT', 1975), cable_station('Valetta'), cable_country('VALLETTA');
SELECT key, json_type(value) FROM json_each(cable_json((SELECT raw FROM cables('tests/tables/archive/1975'))));
SELECT json_array_length(cable_json(readfile('tests/tables/archive/2006/valletta.txt')));
SELECT json_extract(cable_json(readfile('tests/tables/archive/2006/valletta.txt')), '$[1].cables.subject', '$[1].problems');
SELECT cable_json(readfile('tests/tables/archive/notes.txt'));
SELECT cablevtab_config('source', 'tests/tables/archive');
SELECT count(*) FROM cables;
SELECT cablevtab_config('source', NULL);
SELECT cablevtab_config('volume', 11);
SELECT cablevtab_config('threads', 0);
-- A message is UTF-8, whatever it quotes.
SELECT cablevtab_config('threads', CAST(x'3aff' AS TEXT));
SELECT count(*) FROM cables(CAST(x'2f6eff' AS TEXT));
