-- refs: telegrams and an e-mail; years from the cable's date. A reference that stands in the archive is joined by id.
.nullvalue NULL
SELECT * FROM refs('tests/tables/archive');
SELECT r.id, r.text, c.subject FROM refs('tests/tables/archive') r LEFT JOIN cables('tests/tables/archive') c ON c.id = r.ref_id WHERE r.label = 'A';
