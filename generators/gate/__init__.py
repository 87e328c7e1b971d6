"""What no record, row or file may hold without a decision: how it is found, told of, and allowed.

`recognise` looks at a text and knows nothing of records. `findings` holds what was recognised against the decisions
that stand beside the records, in their field `allow`. `attachments` does the same for files, which `generators.inspect`
looks into. A message says where something stands and what it looks like, and never what it is: else the log of a
check would publish what the check keeps back.
"""
