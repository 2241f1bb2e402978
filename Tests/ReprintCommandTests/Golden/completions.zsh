#compdef reprint
_reprint() {
  local -a commands
  commands=(
    'cluster:Group near-duplicate documents'
    'dedup:Write a dump without its near-duplicates'
    'pairs:List every pair of near-duplicates'
    'align:Find where the sentences of copies came from'
    'trace:Find the pages that reuse an original'
    'syndication:Find all reuse in a dump - stories, copies, outlets'
    'extract:Show what of each page is kept and what is dropped'
    'sketch:Print sketches, to be joined by anything'
    'join:Find near-duplicates among sketches'
    'index:Keep what has been seen, and ask what is new'
    'help:Show help for a command'
    'generate:Print the man page or shell completions'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
    cluster)
      _arguments \
        '(-t --threshold)'{-t,--threshold}'[Least Jaccard similarity of two near-duplicates]:J: ' \
        '(-k --shingle-words)'{-k,--shingle-words}'[Words in a shingle]:N: ' \
        --slots'[Slots in a sketch]:N:(64 128 256)' \
        --linkage'[What holds a cluster together]:KIND:(star connected)' \
        --keep'[Which document of a cluster to keep]:WHICH:(longest first oldest newest)' \
        --explain'[Print the plan and the memory it takes, and stop]' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        '(-f --format)'{-f,--format}'[How to print results]:KIND:(text ndjson tsv)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        --memory'[Use no more memory than this]:SIZE: ' \
        --scratch'[Directory for scratch files]:DIR:_files' \
        --resume'[Go on with an interrupted run, and let this one be resumed]' \
        --stats'[Print time per stage to standard error]' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    dedup)
      _arguments \
        '(-t --threshold)'{-t,--threshold}'[Least Jaccard similarity of two near-duplicates]:J: ' \
        '(-k --shingle-words)'{-k,--shingle-words}'[Words in a shingle]:N: ' \
        --slots'[Slots in a sketch]:N:(64 128 256)' \
        --linkage'[What holds a cluster together]:KIND:(star connected)' \
        --keep'[Which document of a cluster to keep]:WHICH:(longest first oldest newest)' \
        --explain'[Print the plan and the memory it takes, and stop]' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        --removed'[Write what was removed, and for which, to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        --memory'[Use no more memory than this]:SIZE: ' \
        --scratch'[Directory for scratch files]:DIR:_files' \
        --resume'[Go on with an interrupted run, and let this one be resumed]' \
        --stats'[Print time per stage to standard error]' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    pairs)
      _arguments \
        '(-t --threshold)'{-t,--threshold}'[Least Jaccard similarity of two near-duplicates]:J: ' \
        '(-k --shingle-words)'{-k,--shingle-words}'[Words in a shingle]:N: ' \
        --slots'[Slots in a sketch]:N:(64 128 256)' \
        --explain'[Print the plan and the memory it takes, and stop]' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        '(-f --format)'{-f,--format}'[How to print results]:KIND:(text ndjson tsv)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        --memory'[Use no more memory than this]:SIZE: ' \
        --scratch'[Directory for scratch files]:DIR:_files' \
        --resume'[Go on with an interrupted run, and let this one be resumed]' \
        --stats'[Print time per stage to standard error]' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    align)
      _arguments \
        --explain'[Also print the words that stand for each other]' \
        --lexicon'[Print the words that a spinner replaced, instead of sentences]' \
        --load-lexicon'[Use the substitutions in FILE]:FILE:_files' \
        --save-lexicon'[Write the substitutions to FILE]:FILE:_files' \
        --weights'[Use other alignment weights]:FILE:_files' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        '(-f --format)'{-f,--format}'[How to print results]:KIND:(text ndjson tsv html)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    trace)
      _arguments \
        --original'[Trace the originals in FILE]:FILE:_files' \
        --near-exact'[Only near-exact copies]' \
        --min-coverage'[Only pages that reuse so much of the original]:SHARE: ' \
        --min-words'[Only pages that share so many words with their sources]:N: ' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        '(-f --format)'{-f,--format}'[How to print results]:KIND:(text ndjson tsv html)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    syndication)
      _arguments \
        --near-exact'[Only near-exact copies]' \
        --min-coverage'[Only pages that reuse so much of the original]:SHARE: ' \
        --min-words'[Only pages that share so many words with their sources]:N: ' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        '(-f --format)'{-f,--format}'[How to print results]:KIND:(text ndjson csv graphml html)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    extract)
      _arguments \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        '(-f --format)'{-f,--format}'[How to print documents]:KIND:(text ndjson)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    sketch)
      _arguments \
        '(-t --threshold)'{-t,--threshold}'[Least Jaccard similarity of two near-duplicates]:J: ' \
        '(-k --shingle-words)'{-k,--shingle-words}'[Words in a shingle]:N: ' \
        --slots'[Slots in a sketch]:N:(64 128 256)' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        --shingles'[Also print the documents’ shingles]' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        --stats'[Print time per stage to standard error]' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    join)
      _arguments \
        '(-t --threshold)'{-t,--threshold}'[Least Jaccard similarity of two near-duplicates]:J: ' \
        --linkage'[What holds a cluster together]:KIND:(star connected)' \
        --keep'[Which document of a cluster to keep]:WHICH:(longest first oldest newest)' \
        --pairs'[Find pairs instead of clusters]' \
        --strict'[Stop at the first record that can’t be read]' \
        --order'[What to sort the output by]:BY:(input id)' \
        '(-f --format)'{-f,--format}'[How to print results]:KIND:(text ndjson tsv)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        --stats'[Print time per stage to standard error]' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '*:dump:_files' ;;
    index)
      _arguments \
        '(-t --threshold)'{-t,--threshold}'[Least Jaccard similarity of two near-duplicates]:J: ' \
        '(-k --shingle-words)'{-k,--shingle-words}'[Words in a shingle]:N: ' \
        --slots'[Slots in a sketch]:N:(64 128 256)' \
        --texts'[Whether a new index keeps texts]:WHAT:(keep drop)' \
        --near-exact'[Only near-exact copies]' \
        --min-coverage'[Only pages that reuse so much of the original]:SHARE: ' \
        --min-words'[Only pages that share so many words with their sources]:N: ' \
        --input-format'[What the files hold]:KIND:(auto jsonl json text html warc csv tsv)' \
        --text-field'[Field with the article’s text]:NAME: ' \
        --html-field'[Field with the page as HTML]:NAME: ' \
        --id-field'[Field with the document’s id]:NAME: ' \
        --url-field'[Field with the address]:NAME: ' \
        --site-field'[Field with the site or outlet]:NAME: ' \
        --author-field'[Field with the author]:NAME: ' \
        --published-field'[Field with the date and time]:NAME: ' \
        --title-field'[Field with the title]:NAME: ' \
        --furniture'[What to do with page furniture]:WHAT:(auto page keep)' \
        --strict'[Stop at the first record that can’t be read]' \
        '(-f --format)'{-f,--format}'[How to print results]:KIND:(text ndjson tsv html)' \
        '(-o --output)'{-o,--output}'[Write results to FILE]:FILE:_files' \
        --removed'[Write what was removed, and for which, to FILE]:FILE:_files' \
        --add'[Also add what was written to the index]' \
        --ids'[Remove the ids in FILE, one a line]:FILE:_files' \
        --no-wait'[Fail where another run writes to the index]' \
        '(-j --threads)'{-j,--threads}'[Threads to use]:N: ' \
        '(-q --quiet)'{-q,--quiet}'[No progress, notes or summary; errors only]' \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '1:what:(add query dedup trace remove stat check)' '*:file:_files' ;;
    help)
      _arguments \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '1:what:(cluster dedup pairs align trace syndication extract sketch join index generate)' ;;
    generate)
      _arguments \
        '(-h --help)'{-h,--help}'[Show help - -h in short, --help in full]' \
        '1:what:(man completions)' '2:shell:(bash zsh fish)' ;;
  esac
}
_reprint "$@"
