# Completes ailabels in fish: ailabels completion fish | source
function __ailabels_complete
    set -l words (commandline -opc)
    $words[1] complete -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c ailabels -a '(__ailabels_complete)'
