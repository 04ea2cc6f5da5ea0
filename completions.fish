function __writ_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __writ_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __writ_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __writ_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __writ_parse_tokens -S
    set -l unparsed_tokens (__writ_tokens -pc)
    switch $unparsed_tokens[1]
    case 'writ'
        __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'init'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'organisation=' 'minimal' 'no-hooks' 'version' 'h/help'
        case 'join'
            __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'key=' 'version' 'h/help'
        case 'people'
            __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'add'
                __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'name=' 'email=' 'role=+' 'key=' 'version' 'h/help'
            case 'key'
                __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'add=' 'retire=' 'compromised=' 'since=' 'version' 'h/help'
            case 'role'
                __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'add=' 'remove=' 'version' 'h/help'
            case 'remove'
                __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
            case 'draft'
                __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'major' 'version' 'h/help'
            end
        case 'hooks'
            __writ_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'install'
                __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
            end
        case 'root'
            __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'pin=' 'version' 'h/help'
        case 'doctor'
            __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
        case 'new'
            __writ_parse_subcommand 2 'C=' 'format=' 'color=' 'at=' 'quiet' 'title=' 'version' 'h/help'
        case 'status'
            __writ_parse_subcommand -r 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
        case 'check'
            __writ_parse_subcommand -r 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'staged' 'commit=' 'range=' 'version' 'h/help'
        case 'rules'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
        case 'diff'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'from=' 'to=' 'word' 'version' 'h/help'
        case 'approve'
            __writ_parse_subcommand -r 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'person=' 'role=' 'key=' 'comment=' 'yes' 'commit=' 'accept-warnings' 'version' 'h/help'
        case 'reject'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'person=' 'role=' 'key=' 'comment=' 'yes' 'commit=' 'version' 'h/help'
        case 'withdraw'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'person=' 'role=' 'key=' 'comment=' 'yes' 'version' 'h/help'
        case 'reaffirm'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'person=' 'role=' 'key=' 'comment=' 'yes' 'version' 'h/help'
        case 'retire'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'person=' 'role=' 'key=' 'comment=' 'yes' 'version' 'h/help'
        case 'pull'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
        case 'push'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'person=' 'key=' 'yes' 'version' 'h/help'
        case 'verify'
            __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'root=' 'since=' 'version' 'h/help'
        case 'show'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'version=' 'version' 'h/help'
        case 'history'
            __writ_parse_subcommand 1 'C=' 'format=' 'color=' 'at=' 'quiet' 'from=' 'to=' 'version' 'h/help'
        case 'export'
            __writ_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'allowed-signers'
                __writ_parse_subcommand 0 'C=' 'format=' 'color=' 'at=' 'quiet' 'version' 'h/help'
            end
        case 'help'
            __writ_parse_subcommand -r 1 'version'
        end
    end
end

function __writ_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __writ_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __writ_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __writ_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__writ_tokens -p)
    if test -z "$(__writ_tokens -t)"
        set -l index (count (__writ_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'writ' -f
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'init' -d 'Make a folder a policy repository.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'join' -d 'Find or make your key, and print the line to hand in.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'people' -d 'Show who holds which role with which keys.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'hooks' -d 'Check every commit before it is made.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'root' -d 'Show or pin the fingerprint of the repository\'s first people and rules.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'doctor' -d 'Find what is missing on this machine or in this clone.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'new' -d 'Write a document of some kind from its template.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'status' -d 'Show where documents stand.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'check' -d 'Find what is missing or wrong in documents.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'rules' -d 'List the rules of check, or explain one.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'diff' -d 'Show what changed since the version approved last, by section.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'approve' -d 'Approve documents with your own key; without a name, go through what awaits you.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'reject' -d 'Send a text back: it cannot be approved as it stands.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'withdraw' -d 'Take back your own newest decision on a document.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'reaffirm' -d 'Say that you have reviewed the version in force, and that it is still right.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'retire' -d 'Take the version in force, and all before it, out of force.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'pull' -d 'Fetch what others decided and wrote.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'push' -d 'Send what you decided and wrote.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'verify' -d 'Verify every decision, and that none is missing.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'show' -d 'Show the text in force, with who approved it.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'history' -d 'Show changes and decisions, oldest first.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'export' -d 'Print what stock tools need.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ init" -eq 1' -fa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" organisation' -l 'organisation' -d 'The organisation\'s name, filled in everywhere.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" minimal' -l 'minimal' -d 'Only writ.yaml, no documents.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" no-hooks' -l 'no-hooks' -d 'Install no hooks.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" key' -l 'key' -d 'The key to hand in; else yours is found or made.' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ join" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ people" -eq 1' -fa 'add' -d 'Register a person in writ.yaml, touching only their lines.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ people" -eq 1' -fa 'key' -d 'Add a key of somebody\'s, or mark one as no longer good.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ people" -eq 1' -fa 'role' -d 'Give somebody a role, or take it from them.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ people" -eq 1' -fa 'remove' -d 'Take a person out of writ.yaml, touching only their lines.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ people" -eq 1' -fa 'draft' -d 'Make writ.yaml, changed by hand, the next version of the people and rules.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" name' -l 'name' -d 'The name for people.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" email' -l 'email' -d 'The e-mail address.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add"' -l 'role' -d 'A role that the person holds; may be given several times.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" key' -l 'key' -d 'The public key file, FILE.pub.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'pub\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" add' -l 'add' -d 'The file of a further public key, FILE.pub.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'pub\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" retire' -l 'retire' -d 'A key that another one replaces from now on.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" compromised' -l 'compromised' -d 'A key that somebody else may have.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" since' -l 'since' -d 'Since when they may have it: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people key" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" add' -l 'add' -d 'A role to give.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" remove' -l 'remove' -d 'A role to take.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people role" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people remove" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people remove" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people remove" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people remove" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people remove" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people remove" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" major' -l 'major' -d 'Make it a major version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ people draft" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ hooks" -eq 1' -fa 'install' -d 'Install the hooks; one that is there already goes first from then on.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks install" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks install" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks install" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks install" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks install" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks install" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ hooks install" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" pin' -l 'pin' -d 'Remember the root that you got outside the repository.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ root" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ doctor" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ doctor" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ doctor" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ doctor" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ doctor" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ doctor" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" title' -l 'title' -d 'What people call it; else made from the id.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ new" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ status" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ status" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ status" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ status" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ status" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ status" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ check" -ge 1' -F
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" staged' -l 'staged' -d 'Check what the next commit will hold, not the files in the folder.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" commit' -l 'commit' -d 'Check a commit.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" range' -l 'range' -d 'Check a commit, for what it changed since another.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ rules" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ rules" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ rules" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ rules" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ rules" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ rules" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ rules" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" from' -l 'from' -d 'An approved version to compare with instead of the last.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" to' -l 'to' -d 'An approved version to look at instead of the newest text.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" word' -l 'word' -d 'Mark words within paragraphs, not lines.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" person' -l 'person' -d 'The person whose key it must be.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" role' -l 'role' -d 'The role to act in; else the one that is needed.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" key' -l 'key' -d 'The key to sign with; public where an agent holds it.' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" comment' -l 'comment' -d 'What you want to add, or why.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" yes' -l 'yes' -d 'Sign without being asked.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" commit' -l 'commit' -d 'The saved state that holds the text; else the newest.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" accept-warnings' -l 'accept-warnings' -d 'Take rules that a single loss would block as they are.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ approve" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" person' -l 'person' -d 'The person whose key it must be.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" role' -l 'role' -d 'The role to act in; else the one that is needed.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" key' -l 'key' -d 'The key to sign with; public where an agent holds it.' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" comment' -l 'comment' -d 'What you want to add, or why.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" yes' -l 'yes' -d 'Sign without being asked.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" commit' -l 'commit' -d 'The saved state that holds the text; else the newest.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reject" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" person' -l 'person' -d 'The person whose key it must be.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" role' -l 'role' -d 'The role to act in; else the one that is needed.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" key' -l 'key' -d 'The key to sign with; public where an agent holds it.' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" comment' -l 'comment' -d 'What you want to add, or why.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" yes' -l 'yes' -d 'Sign without being asked.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ withdraw" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" person' -l 'person' -d 'The person whose key it must be.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" role' -l 'role' -d 'The role to act in; else the one that is needed.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" key' -l 'key' -d 'The key to sign with; public where an agent holds it.' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" comment' -l 'comment' -d 'What you want to add, or why.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" yes' -l 'yes' -d 'Sign without being asked.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ reaffirm" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" person' -l 'person' -d 'The person whose key it must be.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" role' -l 'role' -d 'The role to act in; else the one that is needed.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" key' -l 'key' -d 'The key to sign with; public where an agent holds it.' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" comment' -l 'comment' -d 'What you want to add, or why.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" yes' -l 'yes' -d 'Sign without being asked.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ retire" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ pull" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ pull" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ pull" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ pull" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ pull" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ pull" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ pull" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" person' -l 'person' -d 'The person whose key it must be.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" key' -l 'key' -d 'The key to sign with; public where an agent holds it.' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" yes' -l 'yes' -d 'Sign without being asked.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ push" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" root' -l 'root' -d 'The root that the repository must have.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" since' -l 'since' -d 'An earlier report of verify, or a receipt, in JSON: is all of it still here?' -rF
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" version' -l 'version' -d 'An approved version instead of the one in force.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" from' -l 'from' -d 'Only from this day on.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" to' -l 'to' -d 'Only until the end of this day.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_positional "writ export" -eq 1' -fa 'allowed-signers' -d 'Print the keys for git verify-tag (gpg.ssh.allowedSignersFile).'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export allowed-signers" C' -s 'C' -d 'The folder to work in.' -rfa '(__writ_complete_directories)'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export allowed-signers" format' -l 'format' -d 'How to print the answer.' -rfka 'text json'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export allowed-signers" color' -l 'color' -d 'When to print in colour.' -rfka 'auto always never'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export allowed-signers" at' -l 'at' -d 'Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.' -rfka ''
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export allowed-signers" quiet' -l 'quiet' -d 'Say nothing but errors and what was asked for.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export allowed-signers" version' -l 'version' -d 'Show the version.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ export allowed-signers" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'writ' -n '__writ_should_offer_completions_for_flags_or_options "writ help" version' -l 'version' -d 'Show the version.'
