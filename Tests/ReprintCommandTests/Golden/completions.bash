# bash completion for reprint
_reprint() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "cluster dedup pairs align trace syndication extract sketch join index help generate --help --version" -- "$word"))
    return
  fi
  case "$command $previous" in
    'cluster --threshold'|'cluster -t'|'dedup --threshold'|'dedup -t'|'pairs --threshold'|'pairs -t'|'sketch --threshold'|'sketch -t'|'index --threshold'|'index -t') return ;;
    'join --threshold'|'join -t') return ;;
    *' --shingle-words'|*' -k') return ;;
    *' --slots') COMPREPLY=($(compgen -W "64 128 256" -- "$word")); return ;;
    *' --texts') COMPREPLY=($(compgen -W "keep drop" -- "$word")); return ;;
    *' --linkage') COMPREPLY=($(compgen -W "star connected" -- "$word")); return ;;
    *' --keep') COMPREPLY=($(compgen -W "longest first oldest newest" -- "$word")); return ;;
    *' --order') COMPREPLY=($(compgen -W "input id" -- "$word")); return ;;
    *' --load-lexicon') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
    *' --save-lexicon') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
    *' --weights') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
    *' --original') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
    *' --min-coverage') return ;;
    *' --min-words') return ;;
    *' --input-format') COMPREPLY=($(compgen -W "auto jsonl json text html warc csv tsv" -- "$word")); return ;;
    *' --text-field') return ;;
    *' --html-field') return ;;
    *' --id-field') return ;;
    *' --url-field') return ;;
    *' --site-field') return ;;
    *' --author-field') return ;;
    *' --published-field') return ;;
    *' --title-field') return ;;
    *' --furniture') COMPREPLY=($(compgen -W "auto page keep" -- "$word")); return ;;
    'cluster --format'|'cluster -f'|'pairs --format'|'pairs -f'|'join --format'|'join -f') COMPREPLY=($(compgen -W "text ndjson tsv" -- "$word")); return ;;
    'align --format'|'align -f'|'trace --format'|'trace -f'|'index --format'|'index -f') COMPREPLY=($(compgen -W "text ndjson tsv html" -- "$word")); return ;;
    'syndication --format'|'syndication -f') COMPREPLY=($(compgen -W "text ndjson csv graphml html" -- "$word")); return ;;
    'extract --format'|'extract -f') COMPREPLY=($(compgen -W "text ndjson" -- "$word")); return ;;
    *' --output'|*' -o') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
    *' --removed') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
    *' --ids') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
    *' --threads'|*' -j') return ;;
    *' --memory') return ;;
    *' --scratch') local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  case "$command" in
    cluster) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--threshold -t --shingle-words -k --slots --linkage --keep --explain --input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --format -f --output -o --threads -j --memory --scratch --resume --stats --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    dedup) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--threshold -t --shingle-words -k --slots --linkage --keep --explain --input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --output -o --removed --threads -j --memory --scratch --resume --stats --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    pairs) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--threshold -t --shingle-words -k --slots --explain --input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --format -f --output -o --threads -j --memory --scratch --resume --stats --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    align) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--explain --lexicon --load-lexicon --save-lexicon --weights --input-format --text-field --html-field --id-field --url-field --site-field --title-field --furniture --format -f --output -o --threads -j --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    trace) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--original --near-exact --min-coverage --min-words --input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --format -f --output -o --threads -j --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    syndication) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--near-exact --min-coverage --min-words --input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --format -f --output -o --threads -j --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    extract) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --format -f --output -o --threads -j --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    sketch) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--threshold -t --shingle-words -k --slots --input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --shingles --output -o --threads -j --stats --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    join) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--threshold -t --linkage --keep --pairs --strict --order --format -f --output -o --threads -j --stats --quiet -q --help -h" -- "$word")); else local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); fi ;;
    index) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--threshold -t --shingle-words -k --slots --texts --near-exact --min-coverage --min-words --input-format --text-field --html-field --id-field --url-field --site-field --author-field --published-field --title-field --furniture --strict --format -f --output -o --removed --add --ids --no-wait --threads -j --quiet -q --help -h" -- "$word")); elif [ "$COMP_CWORD" -gt 2 ]; then local IFS=$'\n'; COMPREPLY=($(compgen -f -- "$word")); else COMPREPLY=($(compgen -W "add query dedup trace remove stat check" -- "$word")); fi ;;
    help) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--help -h" -- "$word")); else COMPREPLY=($(compgen -W "cluster dedup pairs align trace syndication extract sketch join index generate" -- "$word")); fi ;;
    generate) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "--help -h" -- "$word")); else COMPREPLY=($(compgen -W "man completions bash zsh fish" -- "$word")); fi ;;
  esac
}
complete -o filenames -F _reprint reprint
