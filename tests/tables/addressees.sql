-- addressees: precedence inherited from the DTG line or own; a collective address.
.nullvalue NULL
SELECT * FROM addressees('tests/tables/archive');
