-- demo.sql - a tour: one question for each table, over the two sample archives in tests/sample.
--     sqlite3 < sql/demo.sql        from the top folder, after make
.load ./cablevtab
.mode box --wrap 76 --wordwrap on
SELECT cablevtab_config('source', 'tests/sample') AS 'every table below reads';

.print
.print cables: which posts wrote most, and when?
SELECT station, count(*) AS cables, min(substr(date, 1, 10)) AS first, max(substr(date, 1, 10)) AS last
FROM cables GROUP BY station HAVING count(*) > 2 ORDER BY cables DESC, station;

.print
.print paragraphs: where is the bridge that nobody builds called by its price?
SELECT id, number, portion, text FROM paragraphs WHERE text LIKE '%bridge%' AND text LIKE '%million%';

.print
.print tags: which subjects go with which countries in the 1970s?
SELECT t.name AS subject, group_concat(DISTINCT g.name) AS countries, count(DISTINCT t.id) AS cables
FROM tags('tests/sample/kestrel') AS t JOIN tags('tests/sample/kestrel') AS g ON g.id = t.id AND g.kind = 'geographic'
WHERE t.kind = 'subject' GROUP BY t.name HAVING cables > 3 ORDER BY cables DESC, t.name;

.print
.print addressees: who was told at once, and who merely informed?
SELECT name, sum(role = 'action') AS action, sum(role = 'info') AS info,
       sum(precedence IN ('IMMEDIATE', 'NIACT IMMEDIATE', 'FLASH')) AS urgent
FROM addressees GROUP BY name HAVING count(*) > 7 ORDER BY count(*) DESC;

.print
.print refs: cables of the 2000s that cite the other archive, thirty years older
WITH harbor AS MATERIALIZED (SELECT id, ref_id FROM refs('tests/sample/harbor') WHERE ref_id LIKE '7%'),
     kestrel AS MATERIALIZED (SELECT id, subject, signature FROM cables('tests/sample/kestrel'))
SELECT h.id AS citing, k.id AS cited, k.subject, k.signature
FROM harbor AS h JOIN kestrel AS k ON k.id = h.ref_id ORDER BY h.id, k.id LIMIT 8;

.print
.print refs: cited, but in neither archive
SELECT r.ref_id, group_concat(DISTINCT r.id) AS cited_by FROM refs AS r
WHERE r.ref_id NOT IN (SELECT id FROM cables WHERE id IS NOT NULL) GROUP BY r.ref_id ORDER BY count(*) DESC, r.ref_id LIMIT 5;

.print
.print attributes: what the National Archives say about a telegram, beside the telegram
SELECT name, value FROM attributes
WHERE id = '76REYKJAVIK211' AND name IN ('Action office', 'Concepts', 'Draft Date', 'Film Number', 'Locator');

.print
.print problems: what could not be read as it should
SELECT code, count(*) AS times, min(path) AS example, min(message) AS message FROM problems GROUP BY code ORDER BY code;

.print
.print files: what the archives hold, by layout
SELECT format, count(*) AS files, sum(size) AS bytes FROM files WHERE format IS NOT NULL GROUP BY format ORDER BY files DESC;
