.read sql/demo.sql
