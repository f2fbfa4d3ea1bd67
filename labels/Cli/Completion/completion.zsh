#compdef ailabels
# Completes ailabels in zsh, after compinit: source <(ailabels completion zsh)
_ailabels() {
  local -a candidates
  candidates=("${(@f)$("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n ${candidates[1]} ]]; then
    candidates=("${(@)candidates//:/\\:}")
    candidates=("${(@)candidates/$'\t'/:}")
    _describe 'ailabels' candidates
  else
    _files
  fi
}
compdef _ailabels ailabels
