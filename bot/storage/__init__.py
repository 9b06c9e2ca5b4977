"""The only code that knows SQL: tables, transactions, migrations, and one module of plain functions per noun."""
