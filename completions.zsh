#compdef writ

__writ_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__writ_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __writ_complete "${completions[@]:0:-1}"
    fi
}

__writ_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_writ() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'init:Make a folder a policy repository.'
            'join:Find or make your key, and print the line to hand in.'
            'people:Show who holds which role with which keys.'
            'hooks:Check every commit before it is made.'
            'root:Show or pin the fingerprint of the repository'\''s first people and rules.'
            'doctor:Find what is missing on this machine or in this clone.'
            'new:Write a document of some kind from its template.'
            'status:Show where documents stand.'
            'check:Find what is missing or wrong in documents.'
            'rules:List the rules of check, or explain one.'
            'diff:Show what changed since the version approved last, by section.'
            'approve:Approve documents with your own key; without a name, go through what awaits you.'
            'reject:Send a text back: it cannot be approved as it stands.'
            'withdraw:Take back your own newest decision on a document.'
            'reaffirm:Say that you have reviewed the version in force, and that it is still right.'
            'retire:Take the version in force, and all before it, out of force.'
            'pull:Fetch what others decided and wrote.'
            'push:Send what you decided and wrote.'
            'verify:Verify every decision, and that none is missing.'
            'show:Show the text in force, with who approved it.'
            'history:Show changes and decisions, oldest first.'
            'export:Print what stock tools need.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        init|join|people|hooks|root|doctor|new|status|check|rules|diff|approve|reject|withdraw|reaffirm|retire|pull|push|verify|show|history|export|help)
            "_writ_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_writ_init() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':dir:_files -/'
        '--organisation[The organisation'\''s name, filled in everywhere.]:name:'
        '--minimal[Only writ.yaml, no documents.]'
        '--no-hooks[Install no hooks.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_join() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--key[The key to hand in; else yours is found or made.]:file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_people() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'add:Register a person in writ.yaml, touching only their lines.'
            'key:Add a key of somebody'\''s, or mark one as no longer good.'
            'role:Give somebody a role, or take it from them.'
            'remove:Take a person out of writ.yaml, touching only their lines.'
            'draft:Make writ.yaml, changed by hand, the next version of the people and rules.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|key|role|remove|draft)
            "_writ_people_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_writ_people_add() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':id:'
        '--name[The name for people.]:name:'
        '--email[The e-mail address.]:email:'
        '*--role[A role that the person holds; may be given several times.]:role:'
        '--key[The public key file, FILE.pub.]:file:_files -g '\''*.pub'\'''
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_people_key() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':id:'
        '--add[The file of a further public key, FILE.pub.]:file:_files -g '\''*.pub'\'''
        '--retire[A key that another one replaces from now on.]:fingerprint:'
        '--compromised[A key that somebody else may have.]:fingerprint:'
        '--since[Since when they may have it\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_people_role() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':id:'
        '--add[A role to give.]:add:'
        '--remove[A role to take.]:remove:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_people_remove() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':id:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_people_draft() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--major[Make it a major version.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_hooks() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'install:Install the hooks; one that is there already goes first from then on.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        install)
            "_writ_hooks_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_writ_hooks_install() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_root() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--pin[Remember the root that you got outside the repository.]:root\[\:tip\]:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_doctor() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_new() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':kind:'
        ':id:'
        '--title[What people call it; else made from the id.]:title:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_status() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '*:doc:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_check() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '*:paths:_files'
        '--staged[Check what the next commit will hold, not the files in the folder.]'
        '--commit[Check a commit.]:rev:'
        '--range[Check a commit, for what it changed since another.]:a..b:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_rules() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':rule:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_diff() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':doc:'
        '--from[An approved version to compare with instead of the last.]:from:'
        '--to[An approved version to look at instead of the newest text.]:to:'
        '--word[Mark words within paragraphs, not lines.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_approve() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--person[The person whose key it must be.]:person:'
        '--role[The role to act in; else the one that is needed.]:role:'
        '--key[The key to sign with; public where an agent holds it.]:file:_files'
        '--comment[What you want to add, or why.]:comment:'
        '--yes[Sign without being asked.]'
        '*:doc:'
        '--commit[The saved state that holds the text; else the newest.]:rev:'
        '--accept-warnings[Take rules that a single loss would block as they are.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_reject() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--person[The person whose key it must be.]:person:'
        '--role[The role to act in; else the one that is needed.]:role:'
        '--key[The key to sign with; public where an agent holds it.]:file:_files'
        '--comment[What you want to add, or why.]:comment:'
        '--yes[Sign without being asked.]'
        ':doc:'
        '--commit[The saved state that holds the text; else the newest.]:rev:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_withdraw() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--person[The person whose key it must be.]:person:'
        '--role[The role to act in; else the one that is needed.]:role:'
        '--key[The key to sign with; public where an agent holds it.]:file:_files'
        '--comment[What you want to add, or why.]:comment:'
        '--yes[Sign without being asked.]'
        ':doc:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_reaffirm() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--person[The person whose key it must be.]:person:'
        '--role[The role to act in; else the one that is needed.]:role:'
        '--key[The key to sign with; public where an agent holds it.]:file:_files'
        '--comment[What you want to add, or why.]:comment:'
        '--yes[Sign without being asked.]'
        ':doc:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_retire() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--person[The person whose key it must be.]:person:'
        '--role[The role to act in; else the one that is needed.]:role:'
        '--key[The key to sign with; public where an agent holds it.]:file:_files'
        '--comment[What you want to add, or why.]:comment:'
        '--yes[Sign without being asked.]'
        ':doc:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_pull() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':remote:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_push() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--person[The person whose key it must be.]:person:'
        '--key[The key to sign with; public where an agent holds it.]:file:_files'
        '--yes[Sign without being asked.]'
        ':remote:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_verify() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--root[The root that the repository must have.]:root\[\:tip\]:'
        '--since[An earlier report of verify, or a receipt, in JSON\: is all of it still here?]:file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_show() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':doc:'
        '--version[An approved version instead of the one in force.]:version:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_history() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        ':doc:'
        '--from[Only from this day on.]:date:'
        '--to[Only until the end of this day.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_export() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'allowed-signers:Print the keys for git verify-tag (gpg.ssh.allowedSignersFile).'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        allowed-signers)
            "_writ_export_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_writ_export_allowed-signers() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '-C[The folder to work in.]:folder:_files -/'
        '--format[How to print the answer.]:format:{__writ_complete "${___format[@]}"}'
        '--color[When to print in colour.]:color:{__writ_complete "${___color[@]}"}'
        '--at[Ask as of then\: 2026-12-01, or 2026-12-01T09\:30\:00Z.]:time:'
        '--quiet[Say nothing but errors and what was asked for.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_writ_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _writ ]]; then
    _writ "${@}"
else
    compdef _writ writ
fi
