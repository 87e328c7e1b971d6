"""Papers of a meeting, read into drafts of its records: the program drafts, a person decides.

`opening` turns a file into lines that know their page. `paragraphs` joins them, `parts` cuts a pack into its agenda,
its minutes and its papers. Then there is a module for each kind of block, from `heading` to `implications`: each takes
paragraphs and gives values that know where they came from and how sure they are. Whatever no module takes is kept in
order as `unplaced`, so that every word of the document is accounted for.
"""
