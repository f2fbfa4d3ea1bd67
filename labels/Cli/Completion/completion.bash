# Completes ailabels in bash: source <(ailabels completion bash)
_ailabels() {
  local candidate
  COMPREPLY=()
  while IFS= read -r candidate; do
    COMPREPLY+=("${candidate%%$'\t'*}")
  done < <("$1" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _ailabels ailabels
