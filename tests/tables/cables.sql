-- cables: the columns of the head, of the text, and what each file gives. The archive is invented: two cables in one file of
-- 2006, one of 1975 with Message Attributes, and a file that is no cable. mtime is the checkout's.
.mode line
.nullvalue NULL
SELECT id, path, doc, format, date, dtg, precedence, origin, station, year, serial, transmission_id, originator_ri,
       classification, captions, subject, subject_portion, executive_order, declassify_on, declassify_note, classified_by,
       classified_by_title, reasons, summary, comment, signature, pass_to, drafted_by, approved_by, routes, filed,
       operating_signals, sections, paragraphs, problems, header, substr(body, 1, 41) AS body, size
  FROM cables('tests/tables/archive') WHERE path = '2006/valletta.txt' AND doc = 0;
.mode list
SELECT id, path, doc, format, date, classification, captions, paragraphs, problems FROM cables('tests/tables/archive');
SELECT substr(raw, 1, 12), length(raw) = size, mtime LIKE '20__-__-__T__:__:__Z' FROM cables('tests/tables/archive/2006/valletta.txt');
SELECT path, raw LIKE '%Message Attributes%' FROM cables('tests/tables/archive/*/h*.txt');
EXPLAIN QUERY PLAN SELECT id FROM cables('tests/tables/archive') WHERE path = '2006/valletta.txt';
SELECT id FROM cables('tests/tables/archiv');
