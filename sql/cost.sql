-- cost.sql - what the queries of this connection have read so far. How far ahead of a LIMIT files were opened
-- depends on the number of threads.
.print
.print and what all this cost
SELECT key AS counter, value FROM json_each(cablevtab_stats());
