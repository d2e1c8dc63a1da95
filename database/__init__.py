"""Every SQL word of the program: tables, guards, reads, writes, migrations, copies."""
