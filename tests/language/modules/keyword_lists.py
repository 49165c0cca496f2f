# keyword: the lists and the two tests.
import keyword
print(keyword.kwlist, keyword.softkwlist)
print([keyword.iskeyword(w) for w in ('if', 'print', 'None', 'match', 'IF')], keyword.issoftkeyword('match'),
      keyword.issoftkeyword('if'), keyword.__all__)
